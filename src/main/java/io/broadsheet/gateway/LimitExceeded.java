package io.broadsheet.gateway;

import java.util.Map;

import graphql.execution.AbortExecutionException;

/** Ends an operation before its first field is fetched, since it asks for too much. */
class LimitExceeded extends AbortExecutionException {

	private static final long serialVersionUID = 1;

	private final transient Excess excess;

	LimitExceeded(Excess excess) {
		super(excess.message());
		this.excess = excess;
	}

	@Override
	public Map<String, Object> getExtensions() {
		return this.excess.extensions("QUERY_TOO_COMPLEX");
	}

	/** It is expected, and whoever sends many must not be paid for with stack traces. */
	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}

}
