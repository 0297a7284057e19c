package io.broadsheet.access;

import java.util.Enumeration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.broadsheet.graph.Problem;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Everybody who may send requests, told apart by what they show. */
@Component
public class Viewers {

	/** By RFC 6750. */
	private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]+=*) *");

	private final Tokens tokens;

	private final Sessions sessions;

	Viewers(Tokens tokens, Sessions sessions) {
		this.tokens = tokens;
		this.sessions = sessions;
	}

	/**
	 * Who sent a request over HTTP: by its {@code Authorization}, or else by a session
	 * that was begun in GraphiQL.
	 * @param request the request
	 * @return the viewer; a reader if it shows neither
	 * @throws Problem.Unauthenticated if what it shows is not accepted
	 */
	public Viewer of(HttpServletRequest request) {
		Enumeration<String> shown = request.getHeaders(HttpHeaders.AUTHORIZATION);
		if (!shown.hasMoreElements()) {
			return this.sessions.viewer(request);
		}
		String authorization = shown.nextElement();
		if (shown.hasMoreElements()) {
			throw Problem.Unauthenticated.because("There is more than one Authorization header.");
		}
		return withAuthorization(authorization);
	}

	/**
	 * Who shows the value of an {@code Authorization} header.
	 * @param authorization the value, such as {@code Bearer eyJ…}
	 * @return the viewer
	 * @throws Problem.Unauthenticated if it is not accepted
	 */
	public Viewer withAuthorization(String authorization) {
		Matcher bearer = BEARER.matcher(authorization);
		if (!bearer.matches()) {
			throw Problem.Unauthenticated
				.because("The Authorization header must be the word Bearer and a token, with a space between.");
		}
		return withToken(bearer.group(1));
	}

	/**
	 * Who shows a token.
	 * @param token the token, a signed JSON Web Token
	 * @return the viewer
	 * @throws Problem.Unauthenticated if it is not accepted
	 */
	public Viewer withToken(String token) {
		return this.tokens.viewer(token);
	}

}
