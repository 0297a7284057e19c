package io.broadsheet.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import io.broadsheet.graph.Sha256;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives answers to GET a strong entity tag, and who has that answer already is told so
 * instead. It compresses them as well, since the server leaves whatever has such a tag as
 * it is: each encoding has a tag of its own.
 */
class EntityTags extends OncePerRequestFilter {

	private static final Set<String> READING = Set.of("GET", "HEAD");

	private static final int WORTH_COMPRESSING = 2048;

	private static final int TAG_BYTES = 16;

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !READING.contains(request.getMethod()) || isStream(request)
				|| "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
	}

	private static boolean isStream(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		return accepted != null
				&& (accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE) || accepted.contains("multipart/mixed"));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, answer);
		if (response.getStatus() != HttpStatus.OK.value() || !isKept(response)) {
			answer.copyBodyToResponse();
			return;
		}
		byte[] content = answer.getContentAsByteArray();
		boolean compress = content.length >= WORTH_COMPRESSING
				&& acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
		String tag = tag(content, compress);
		response.setHeader(HttpHeaders.ETAG, tag);
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		if (isKnown(tag, request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
			response.setStatus(HttpStatus.NOT_MODIFIED.value());
			return;
		}
		write(compress ? compressed(content) : content, compress, response);
	}

	private static boolean isKept(HttpServletResponse response) {
		String control = response.getHeader(HttpHeaders.CACHE_CONTROL);
		return control != null && !control.contains("no-store");
	}

	private static String tag(byte[] content, boolean compressed) {
		String digest = HexFormat.of().formatHex(Sha256.of(content), 0, TAG_BYTES);
		return "\"%s%s\"".formatted(digest, compressed ? "-gzip" : "");
	}

	private static boolean isKnown(String tag, @Nullable String known) {
		if (known == null) {
			return false;
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
		for (String one : String.valueOf(accepted).split(",", -1)) {
			String encoding = one.replace(" ", "").toLowerCase(Locale.ROOT);
			if (encoding.equals("gzip") || (encoding.startsWith("gzip;q=") && !encoding.matches("gzip;q=0(\\.0*)?"))) {
				return true;
			}
		}
		return false;
	}

	private static byte[] compressed(byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 3);
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(content);
		}
		return bytes.toByteArray();
	}

	private static void write(byte[] content, boolean compressed, HttpServletResponse response) throws IOException {
		if (compressed) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		response.setContentLength(content.length);
		response.getOutputStream().write(content);
	}

}
