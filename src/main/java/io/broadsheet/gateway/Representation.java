package io.broadsheet.gateway;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What of content is sent to a client that asks for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-3.2">RFC 9110, on
 * representations</a>
 */
final class Representation {

	private final @Nullable String tag;

	private final boolean isCompressed;

	private final byte @Nullable [] bytes;

	/**
	 * @param tag its entity tag; null if the request does more than to read
	 * @param isCompressed whether its bytes are compressed by gzip
	 * @param bytes the bytes; null if the client has them already
	 */
	Representation(@Nullable String tag, boolean isCompressed, byte @Nullable [] bytes) {
		this.tag = tag;
		this.isCompressed = isCompressed;
		this.bytes = bytes;
	}

	/** Writes it as the response. */
	void write(HttpServletResponse response) throws IOException {
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		if (this.tag != null) {
			response.setHeader(HttpHeaders.ETAG, this.tag);
		}
		if (this.bytes == null) {
			response.setStatus(HttpStatus.NOT_MODIFIED.value());
			return;
		}
		if (this.isCompressed) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		ServerConnection.makeRoomFor(this.bytes.length);
		response.setContentLength(this.bytes.length);
		response.getOutputStream().write(this.bytes);
	}

}
