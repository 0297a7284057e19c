package io.broadsheet.gateway;

import java.util.Map;

import graphql.execution.AbortExecutionException;

/**
 * Ends an operation before its first field is fetched, since it asks for too much, or too
 * often.
 */
class LimitExceeded extends AbortExecutionException {

	private static final long serialVersionUID = 1;

	private final String code;

	private final transient Excess excess;

	LimitExceeded(String code, Excess excess) {
		super(excess.message());
		this.code = code;
		this.excess = excess;
	}

	@Override
	public Map<String, Object> getExtensions() {
		return this.excess.extensions(this.code);
	}

	/** It is expected, and whoever sends many must not be paid for with stack traces. */
	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}

}
