package io.broadsheet.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.catalina.connector.Request;
import org.apache.coyote.ActionCode;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@link Spelling} of a request, where that says all that matters: a reader's,
 * whose body is there by now, and whose head has nothing that would have it answered in
 * another way. The body is looked at where the server has it, and left there.
 */
final class SpellingReader {

	private static final String ADDRESS = "/graphql";

	/** Longer ones are not worth comparing. */
	private static final int LONGEST = 32 * 1024;

	/** Whoever sends one of these is answered in a way of their own, or not at all. */
	private static final List<String> PARTICULAR = List.of("authorization", "x-broadsheet-session", "graphql-cost",
			"content-encoding", "transfer-encoding", "expect");

	private final boolean isShared;

	private final boolean isTraced;

	/**
	 * @param isShared whether pages of other origins may call, which are told so in
	 * headers
	 * @param isTraced whether traces that callers have begun are told of what is done
	 */
	SpellingReader(boolean isShared, boolean isTraced) {
		this.isShared = isShared;
		this.isTraced = isTraced;
	}

	/** The spelling of a request; null if it is not to be answered by that alone. */
	@Nullable Spelling read(Request request) {
		String address = request.getRequestURI();
		boolean isPost = "POST".equals(request.getMethod());
		if (address == null || !address.startsWith(ADDRESS) || (!isPost && !"GET".equals(request.getMethod()))) {
			return null;
		}
		MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
		MessageBytes accept = null;
		MessageBytes contentType = null;
		for (int n = 0; n < headers.size(); n++) {
			MessageBytes name = headers.getName(n);
			if (name.equalsIgnoreCase("accept") && accept == null) {
				accept = headers.getValue(n);
			}
			else if (name.equalsIgnoreCase("content-type") && contentType == null) {
				contentType = headers.getValue(n);
			}
			else if (isParticular(name, headers.getValue(n))) {
				return null;
			}
		}
		byte[] bytes = isPost ? body(request) : address(address, request.getQueryString());
		return (bytes != null) ? new Spelling(bytes, text(accept), isPost ? text(contentType) : null) : null;
	}

	/** Of those that are read above there may be one. */
	private boolean isParticular(MessageBytes name, MessageBytes value) {
		for (String particular : PARTICULAR) {
			if (name.equalsIgnoreCase(particular)) {
				return true;
			}
		}
		return name.equalsIgnoreCase("accept") || name.equalsIgnoreCase("content-type")
				|| (name.equalsIgnoreCase("upgrade") && value.equalsIgnoreCase("websocket"))
				|| (this.isShared && name.equalsIgnoreCase("origin"))
				|| (this.isTraced && name.equalsIgnoreCase("traceparent") && value.toString().endsWith("-01"));
	}

	private static byte @Nullable [] address(String address, @Nullable String query) {
		if (query == null || query.length() > LONGEST) {
			return null;
		}
		return (address + '?' + query).getBytes(StandardCharsets.ISO_8859_1);
	}

	/** Who sends slowly is waited for by those that have an eye on the time. */
	private static byte @Nullable [] body(Request request) {
		int length = request.getContentLength();
		if (length <= 0 || length > LONGEST
				|| !(request.getCoyoteRequest().getInputBuffer() instanceof Http11InputBuffer input)) {
			return null;
		}
		if (input.getHeaderByteBuffer().remaining() < length) {
			request.getCoyoteRequest().action(ActionCode.AVAILABLE, true);
		}
		ByteBuffer arrived = input.getHeaderByteBuffer();
		if (arrived.remaining() < length) {
			return null;
		}
		byte[] body = new byte[length];
		arrived.get(arrived.position(), body);
		return body;
	}

	private static @Nullable String text(@Nullable MessageBytes value) {
		return (value != null) ? value.toString() : null;
	}

}
