package io.broadsheet.gateway;

import java.net.URI;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Which pages' scripts a request may come from. A browser sends its user's cookies to
 * open a socket whatever page asks it to, and tells the page's origin; other clients tell
 * none.
 *
 * @param allowed the origins that may call beside the gateway's own
 */
record Origins(List<String> allowed) {

	/** Whether a request comes from a page that may call, or from no page at all. */
	boolean mayCall(HttpServletRequest request) {
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return origin == null || isOwn(origin, request) || this.allowed.contains(origin)
				|| this.allowed.contains(CorsConfiguration.ALL);
	}

	/**
	 * Whether a request comes from a page of another origin, so that its cookies say
	 * nothing of what its user wants.
	 */
	static boolean isCross(HttpServletRequest request) {
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return origin != null && !isOwn(origin, request);
	}

	/** The scheme may be another in front of a proxy. */
	private static boolean isOwn(String origin, HttpServletRequest request) {
		String host = request.getHeader(HttpHeaders.HOST);
		return host != null && host.equalsIgnoreCase(authority(origin));
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
