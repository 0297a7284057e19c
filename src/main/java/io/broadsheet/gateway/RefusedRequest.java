package io.broadsheet.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A request that is answered before it gets to GraphQL, in GraphQL's form all the same.
 */
class RefusedRequest extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final HttpStatus status;

	private final String code;

	private final String reason;

	private final @Nullable String allowed;

	private final transient Map<String, Object> extensions = new LinkedHashMap<>();

	RefusedRequest(HttpStatus status, String code, String reason) {
		this(status, code, reason, null);
	}

	private RefusedRequest(HttpStatus status, String code, String reason, @Nullable String allowed) {
		super(reason, null, false, false);
		this.status = status;
		this.code = code;
		this.reason = reason;
		this.allowed = allowed;
	}

	static RefusedRequest badRequest(String reason) {
		return new RefusedRequest(HttpStatus.BAD_REQUEST, "BAD_USER_INPUT", reason);
	}

	static RefusedRequest notAllowed(String allowed, String reason) {
		return new RefusedRequest(HttpStatus.METHOD_NOT_ALLOWED, "BAD_USER_INPUT", reason, allowed);
	}

	/** Whatever asks for a subscription must be able to hear of more than one result. */
	static RefusedRequest subscription() {
		return new RefusedRequest(HttpStatus.NOT_ACCEPTABLE, "BAD_USER_INPUT",
				"A subscription is answered as text/event-stream, which must be accepted, or by WebSocket.");
	}

	/** Adds what programs can act on, beside the code. */
	RefusedRequest with(Map<String, Object> more) {
		this.extensions.putAll(more);
		return this;
	}

	HttpStatus status() {
		return this.status;
	}

	String code() {
		return this.code;
	}

	/** What is wrong and what would be right. */
	String reason() {
		return this.reason;
	}

	/** The methods that would be right, if the request's was wrong. */
	@Nullable String allowed() {
		return this.allowed;
	}

	/** What programs can act on, beside the code. */
	Map<String, Object> extensions() {
		return this.extensions;
	}

}
