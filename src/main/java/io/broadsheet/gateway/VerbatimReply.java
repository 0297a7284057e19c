package io.broadsheet.gateway;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A response as it was written once, but for what is another in each: the answer's age,
 * the date, and what its client has left. It does not keep the answer from leaving
 * memory.
 */
final class VerbatimReply {

	/** What a reply takes in memory besides its head and its question, roughly. */
	private static final int OVERHEAD = 150;

	/** They are another each time, or are the server's to write. */
	private static final Set<String> MOVING = Set.of("age", "date", "ratelimit", "ratelimit-policy", "connection",
			"keep-alive", "content-length", "content-type", "transfer-encoding");

	/** Whoever sends one of these sends another each time. */
	private static final List<String> PARTICULAR = List.of("traceparent", "x-forwarded-for");

	private final Question question;

	private final WeakReference<KeptAnswer> answer;

	private final byte[] head;

	/** Whether the body is the compressed one; null if there is none. */
	private final @Nullable Boolean compressed;

	private VerbatimReply(Question question, KeptAnswer answer, byte[] head, @Nullable Boolean compressed) {
		this.question = question;
		this.answer = new WeakReference<>(answer);
		this.head = head;
		this.compressed = compressed;
	}

	/**
	 * Whether a request's bytes alone say how it is answered: they are those of one
	 * request and of nothing else, on a connection that goes on.
	 */
	static boolean isPossible(byte[] bytes, KeptAnswer answer, Request request) {
		return "HTTP/1.1".equals(request.getProtocol()) && !connection(request).contains("close")
				&& answer.asked().deprecated().isEmpty()
				&& PARTICULAR.stream().allMatch((name) -> request.getHeader(name) == null)
				&& bytes.length == headLength(bytes) + Math.max(0, request.getContentLength());
	}

	private static String connection(Request request) {
		return String.join(",", Collections.list(request.getHeaders(HttpHeaders.CONNECTION))).toLowerCase(Locale.ROOT);
	}

	private static int headLength(byte[] bytes) {
		for (int n = 3; n < bytes.length; n++) {
			if (bytes[n] == '\n' && bytes[n - 1] == '\r' && bytes[n - 2] == '\n' && bytes[n - 3] == '\r') {
				return n + 1;
			}
		}
		return -1;
	}

	/**
	 * What was answered just now.
	 * @param question what was asked
	 * @param answer what was given
	 * @param request the request
	 * @param response the response, when its body is written
	 */
	static VerbatimReply of(Question question, KeptAnswer answer, Request request, Response response) {
		boolean isKnown = response.getStatus() == HttpStatus.NOT_MODIFIED.value();
		boolean isCompressed = response.getHeader(HttpHeaders.CONTENT_ENCODING) != null;
		StringBuilder head = new StringBuilder("HTTP/1.1 ").append(response.getStatus()).append(" \r\n");
		for (String name : response.getHeaderNames()) {
			if (!MOVING.contains(name.toLowerCase(Locale.ROOT))) {
				response.getHeaders(name).forEach((value) -> append(head, name, value));
			}
		}
		if (connection(request).contains("keep-alive")) {
			append(head, "Keep-Alive", "timeout=" + keepAliveSeconds(request));
			append(head, HttpHeaders.CONNECTION, "keep-alive");
		}
		if (!isKnown) {
			append(head, HttpHeaders.CONTENT_TYPE, response.getContentType());
			append(head, HttpHeaders.CONTENT_LENGTH, String.valueOf(length(response)));
		}
		return new VerbatimReply(question, answer, head.toString().getBytes(StandardCharsets.ISO_8859_1),
				isKnown ? null : isCompressed);
	}

	private static long length(Response response) {
		return response.getCoyoteResponse().getContentLengthLong();
	}

	private static int keepAliveSeconds(Request request) {
		return ((AbstractHttp11Protocol<?>) request.getConnector().getProtocolHandler()).getKeepAliveTimeout() / 1000;
	}

	private static void append(StringBuilder head, String name, String value) {
		head.append(name).append(": ").append(value).append("\r\n");
	}

	Question question() {
		return this.question;
	}

	/** Whether it gives this answer. */
	boolean isOf(KeptAnswer other) {
		return this.answer.refersTo(other);
	}

	/** All of its head that is the same each time. */
	byte[] head() {
		return this.head;
	}

	/**
	 * Copies its body, which may be none, to where it is sent from.
	 * @return how many bytes it has; negative, if the answer has left memory or does not
	 * fit
	 */
	int copyBody(ByteBuffer buffer, int index) {
		KeptAnswer known = this.answer.get();
		if (known == null || index > buffer.limit()) {
			return -1;
		}
		return (this.compressed != null) ? known.content().copyTo(buffer, index, this.compressed) : 0;
	}

	/** Roughly how many bytes it takes in memory. */
	int weight() {
		return OVERHEAD + this.head.length + this.question.weight();
	}

}
