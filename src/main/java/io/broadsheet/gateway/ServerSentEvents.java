package io.broadsheet.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Writes the events of the protocol {@code graphql-sse} in its mode of distinct
 * connections, each sent off at once.
 *
 * @see <a href=
 * "https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md">PROTOCOL.md</a>
 */
class ServerSentEvents {

	private static final String COMPLETE = "event: complete\ndata:\n\n";

	private static final JsonMapper json = JsonMapper.builder().build();

	private final OutputStream body;

	/** Begins a response. */
	ServerSentEvents(HttpServletResponse response) throws IOException {
		response.setStatus(HttpStatus.OK.value());
		response.setContentType(ResponseType.EVENT_STREAM.header());
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("X-Accel-Buffering", "no");
		this.body = response.getOutputStream();
	}

	/** A whole stream that has one result. */
	static byte[] only(Map<String, Object> result) {
		return (event(result) + COMPLETE).getBytes(StandardCharsets.UTF_8);
	}

	/** A result. */
	void next(Map<String, Object> result) throws IOException {
		write(event(result));
	}

	/** That there are no more results. */
	void complete() throws IOException {
		write(COMPLETE);
	}

	/** What means nothing, but that the connection is alive. */
	void comment() throws IOException {
		write(":\n\n");
	}

	private static String event(Map<String, Object> result) {
		return "event: next\ndata: " + json.writeValueAsString(result) + "\n\n";
	}

	private void write(String text) throws IOException {
		this.body.write(text.getBytes(StandardCharsets.UTF_8));
		this.body.flush();
	}

}
