package io.broadsheet.gateway;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * What an operation costs; in the GraphQL context under its class.
 *
 * @param requested the most that it can cost, known before it runs
 * @param strict how many of its fields are limited strictly
 * @param limit the highest cost of an operation
 * @param actual what was answered so far, if that is counted
 */
record Cost(long requested, long strict, long limit, LongAdder actual) {

	Cost(long requested, long strict, long limit) {
		this(requested, strict, limit, new LongAdder());
	}

	/** As clients see it that ask for it. */
	Map<String, Object> report() {
		return Map.of("requested", this.requested, "actual", this.actual.sum(), "limit", this.limit);
	}

}
