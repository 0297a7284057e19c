package io.broadsheet.access;

import java.time.Duration;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookie of a session. Scripts cannot read it, and it is sent from pages of this site
 * alone. Cookies do not heed ports, so that its name does.
 */
final class SessionCookie {

	/** Browsers let no other host of the domain set such a cookie. */
	private static final String OF_THIS_HOST = "__Host-";

	private SessionCookie() {
	}

	/** What a request's cookie has in it; null if there is none. */
	static @Nullable String in(HttpServletRequest request) {
		Cookie secure = WebUtils.getCookie(request, OF_THIS_HOST + name(request));
		Cookie cookie = (secure != null) ? secure : WebUtils.getCookie(request, name(request));
		return (cookie != null && !cookie.getValue().isEmpty()) ? cookie.getValue() : null;
	}

	/** The cookie that a browser is to keep for a while. */
	static ResponseCookie of(HttpServletRequest request, String session, Duration lifetime) {
		boolean secure = OwnPage.isSecure(request);
		return ResponseCookie.from((secure ? OF_THIS_HOST : "") + name(request), session)
			.httpOnly(true)
			.secure(secure)
			.sameSite("Strict")
			.path("/")
			.maxAge(lifetime)
			.build();
	}

	/** The cookie that makes a browser forget its session. */
	static ResponseCookie none(HttpServletRequest request) {
		return of(request, "", Duration.ZERO);
	}

	private static String name(HttpServletRequest request) {
		String host = OwnPage.host(request);
		int port = host.lastIndexOf(':');
		String digits = (port >= 0) ? host.substring(port + 1) : "";
		return digits.matches("\\d+") ? "broadsheet-" + digits : "broadsheet";
	}

}
