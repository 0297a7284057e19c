package io.broadsheet.gateway;

import org.springframework.http.HttpStatus;

/**
 * A request that is answered before it gets to GraphQL, in GraphQL's form all the same.
 */
class RefusedRequest extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final HttpStatus status;

	private final String code;

	private final String reason;

	RefusedRequest(HttpStatus status, String code, String reason) {
		super(reason, null, false, false);
		this.status = status;
		this.code = code;
		this.reason = reason;
	}

	static RefusedRequest badRequest(String reason) {
		return new RefusedRequest(HttpStatus.BAD_REQUEST, "BAD_USER_INPUT", reason);
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

}
