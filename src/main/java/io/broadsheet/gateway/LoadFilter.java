package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends requests away before anything is done for them, while the gateway has more than
 * it can do, or is about to stop.
 */
class LoadFilter extends OncePerRequestFilter {

	private static final byte[] OVERLOADED = body(LoadLimit.MESSAGE);

	private static final byte[] LEAVING = body("This instance is about to stop. Try again: another one answers.");

	private final Load load;

	private final Departure departure;

	private final Refusals refusals;

	LoadFilter(Load load, Departure departure, Refusals refusals) {
		this.load = load;
		this.departure = departure;
		this.refusals = refusals;
	}

	private static byte[] body(String message) {
		return "{\"errors\":[{\"message\":\"%s\",\"extensions\":{\"code\":\"%s\"}}]}".formatted(message, LoadLimit.CODE)
			.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!this.departure.enter()) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
			sendAway("leaving", LEAVING, request, response);
			return;
		}
		try {
			if (this.load.isFull()) {
				this.load.sentAway();
				sendAway("load", OVERLOADED, request, response);
			}
			else {
				chain.doFilter(request, response);
			}
		}
		finally {
			this.departure.leave();
		}
	}

	/** Streams have no end of their own, and are ended by whoever keeps them. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		return !this.departure.isLeaving() && ("websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
				|| (accepted != null && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE)));
	}

	private void sendAway(String reason, byte[] body, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.refusals.count(reason);
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		boolean json = accepted == null || !accepted.contains("graphql-response+json");
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, LoadLimit.RETRY_SECONDS);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentType((json ? ResponseType.JSON : ResponseType.GRAPHQL_RESPONSE).header());
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
