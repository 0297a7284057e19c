package io.broadsheet.gateway;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Writes content in the encoding that a client takes. Who reads, and has it already, is
 * told so instead. It is compressed here since the server leaves whatever has a strong
 * entity tag as it is.
 */
final class ContentWriter {

	private ContentWriter() {
	}

	/** Whether a request only reads, so that its answer has an entity tag. */
	static boolean isReading(HttpServletRequest request) {
		return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
	}

	/** Writes content as the answer to a request. */
	static void write(Content content, ResponseType type, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		boolean compress = content.isWorthCompressing() && acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		if (isReading(request)) {
			String tag = content.tag(type, compress);
			response.setHeader(HttpHeaders.ETAG, tag);
			if (isKnown(tag, request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
				response.setStatus(HttpStatus.NOT_MODIFIED.value());
				return;
			}
		}
		if (compress) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		byte[] bytes = compress ? content.compressed() : content.plain();
		ServerConnection.makeRoomFor(bytes.length);
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

	private static boolean isKnown(String tag, @Nullable String known) {
		if (known == null || known.equals(tag)) {
			return known != null;
		}
		for (String one : known.split(",", -1)) {
			String stripped = one.strip();
			if (stripped.equals("*") || stripped.equals(tag) || stripped.equals("W/" + tag)) {
				return true;
			}
		}
		return false;
	}

	private static boolean acceptsGzip(@Nullable String accepted) {
		if (accepted == null || accepted.startsWith("gzip,")) {
			return accepted != null;
		}
		for (String one : accepted.split(",", -1)) {
			String encoding = one.replace(" ", "").toLowerCase(Locale.ROOT);
			if (encoding.equals("gzip") || (encoding.startsWith("gzip;q=") && !encoding.matches("gzip;q=0(\\.0*)?"))) {
				return true;
			}
		}
		return false;
	}

}
