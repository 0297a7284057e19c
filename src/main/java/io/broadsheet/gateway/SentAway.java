package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Why a request is sent away unread, and the answer that says so. */
final class SentAway {

	/** More is asked for than can be done. */
	static final SentAway OVERLOADED = new SentAway(LoadLimit.MESSAGE);

	/** The gateway is about to stop. */
	static final SentAway LEAVING = new SentAway("This instance is about to stop. Try again: another one answers.");

	private final byte[] body;

	private SentAway(String message) {
		this.body = "{\"errors\":[{\"message\":\"%s\",\"extensions\":{\"code\":\"%s\"}}]}"
			.formatted(message, LoadLimit.CODE)
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Whether a request opens a stream. Streams have no end of their own, and are ended
	 * by whoever keeps them.
	 */
	static boolean isStream(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
				|| (accepted != null && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE));
	}

	/** Answers a request with it. */
	void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		boolean json = accepted == null || !accepted.contains("graphql-response+json");
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, LoadLimit.RETRY_SECONDS);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentType((json ? ResponseType.JSON : ResponseType.GRAPHQL_RESPONSE).header());
		response.setContentLength(this.body.length);
		response.getOutputStream().write(this.body);
	}

}
