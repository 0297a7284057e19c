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
 * Writes JSON objects as the parts of a {@code multipart/mixed} response (RFC 2046), each
 * sent off at once. A part's end is sent with it: clients read a part when they see that.
 */
class PartsStream {

	private static final String BOUNDARY = "graphql";

	private static final String DELIMITER = "\r\n--" + BOUNDARY;

	private static final String HEAD = "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n";

	private final JsonMapper json;

	private final OutputStream body;

	PartsStream(IncrementalFormat format, JsonMapper json, HttpServletResponse response) throws IOException {
		this.json = json;
		response.setStatus(HttpStatus.OK.value());
		response.setContentType(format.header(BOUNDARY));
		response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("X-Accel-Buffering", "no");
		this.body = response.getOutputStream();
		write(DELIMITER);
	}

	/** Writes a part. */
	void write(Map<String, Object> content, boolean isLast) throws IOException {
		write(HEAD);
		this.body.write(this.json.writeValueAsBytes(content));
		write(DELIMITER + (isLast ? "--\r\n" : ""));
		this.body.flush();
	}

	/**
	 * Writes what means nothing: a delimiter may have any number of spaces behind it.
	 * @throws IOException if the client has gone
	 */
	void pad() throws IOException {
		write(" ");
		this.body.flush();
	}

	private void write(String text) throws IOException {
		this.body.write(text.getBytes(StandardCharsets.US_ASCII));
	}

}
