package io.broadsheet.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The events of the protocol {@code graphql-sse} in its mode of distinct connections, as
 * they are written.
 *
 * @see <a href=
 * "https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md">PROTOCOL.md</a>
 */
final class ServerSentEvents {

	private static final String COMPLETE = "event: complete\ndata:\n\n";

	private static final JsonMapper json = JsonMapper.builder().build();

	private ServerSentEvents() {
	}

	/** Writes the head of a response that is a stream. */
	static void begin(HttpServletResponse response) {
		response.setStatus(HttpStatus.OK.value());
		response.setContentType(ResponseType.EVENT_STREAM.header());
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("X-Accel-Buffering", "no");
	}

	/** A whole stream that has one result. */
	static byte[] only(Map<String, Object> result) {
		return (event(result) + COMPLETE).getBytes(StandardCharsets.UTF_8);
	}

	/** A result. */
	static byte[] next(Map<String, Object> result) {
		return event(result).getBytes(StandardCharsets.UTF_8);
	}

	/** That there are no more results. */
	static byte[] complete() {
		return COMPLETE.getBytes(StandardCharsets.UTF_8);
	}

	/** What means nothing, but that the connection is alive. */
	static byte[] comment() {
		return ":\n\n".getBytes(StandardCharsets.UTF_8);
	}

	private static String event(Map<String, Object> result) {
		return "event: next\ndata: " + json.writeValueAsString(result) + "\n\n";
	}

}
