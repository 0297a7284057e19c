package io.broadsheet.gateway;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Selects what of content a client is sent: in the encoding that it takes, and only that
 * it has it already, if it reads and has. It is compressed here since the server leaves
 * whatever has a strong entity tag as it is.
 */
final class ContentNegotiation {

	private ContentNegotiation() {
	}

	/** Whether a request only reads, so that its answer has an entity tag. */
	static boolean isReading(HttpServletRequest request) {
		return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
	}

	/**
	 * Selects what a request is answered with.
	 * @return what to send; null if the content was released
	 */
	static @Nullable Representation select(Content content, ResponseType type, HttpServletRequest request) {
		boolean compress = content.isWorthCompressing() && acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
		String tag = null;
		if (isReading(request)) {
			tag = content.tag(type, compress);
			if (tag != null && isKnown(tag, request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
				return new Representation(tag, compress, null);
			}
		}
		byte[] bytes = compress ? content.compressed() : content.plain();
		return (bytes != null) ? new Representation(tag, compress, bytes) : null;
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
