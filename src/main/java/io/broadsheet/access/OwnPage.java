package io.broadsheet.access;

import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * What a request tells of the page that it comes from. A browser sends cookies along with
 * what any page asks it to send; this tells our own page from others.
 */
final class OwnPage {

	/**
	 * Sent by our own page alone, as long as it believes that an editor is signed in: for
	 * another page's script to send it, a browser would ask us first, and we would not
	 * agree.
	 */
	static final String HEADER = "X-Broadsheet-Session";

	private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

	private static final Set<String> OF_PROXIES = Set.of("forwarded", "via", "x-real-ip");

	private OwnPage() {
	}

	/** Whether our own page sent a request on purpose. */
	static boolean sent(HttpServletRequest request) {
		if ("websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
			return request.getHeader(HttpHeaders.ORIGIN) != null && isOfThisOrigin(request);
		}
		return isInSession(request) && isOfThisOrigin(request);
	}

	/**
	 * Whether the page believes that an editor is signed in, and is to be told if not.
	 */
	static boolean isInSession(HttpServletRequest request) {
		return request.getHeader(HEADER) != null;
	}

	/** The browser's word, which also knows the scheme, comes before the comparison. */
	private static boolean isOfThisOrigin(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return (site == null || site.equals("same-origin"))
				&& (origin == null || host(request).equalsIgnoreCase(authority(origin)));
	}

	/** The name and port under which the browser knows this gateway. */
	static String host(HttpServletRequest request) {
		return Objects.requireNonNullElse(request.getHeader(HttpHeaders.HOST), "").toLowerCase(Locale.ROOT);
	}

	/** The origin under which the browser knows this gateway. */
	static String origin(HttpServletRequest request) {
		return (isSecure(request) ? "https://" : "http://") + host(request);
	}

	/** Whether the browser talks to us, or to a proxy before us, by https. */
	static boolean isSecure(HttpServletRequest request) {
		return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))
				|| Objects.requireNonNullElse(request.getHeader(HttpHeaders.ORIGIN), "").startsWith("https:");
	}

	/**
	 * Whether the browser runs on this machine: the connection is local, no proxy passed
	 * it on, and no name that somebody else could lead here was used.
	 */
	static boolean isOnThisMachine(HttpServletRequest request) {
		String host = host(request);
		boolean passedOn = Collections.list(request.getHeaderNames())
			.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.anyMatch((name) -> OF_PROXIES.contains(name) || name.startsWith("x-forwarded-"));
		return !passedOn && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
				&& LOOPBACK_NAMES.contains(host.replaceFirst(":\\d+$", ""));
	}

	private static @Nullable String authority(String origin) {
		try {
			return URI.create(origin).getRawAuthority();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
