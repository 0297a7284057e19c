package io.broadsheet.gateway;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Refuses what goes beyond limits, and counts it in the metric {@code broadsheet.refused}
 * by the limit's name.
 */
@Component
class Refusals {

	private static final String METRIC = "broadsheet.refused";

	private final MeterRegistry meters;

	Refusals(MeterRegistry meters) {
		this.meters = meters;
	}

	/**
	 * Refuses an operation if it asks for more than is allowed.
	 * @throws LimitExceeded if it does
	 */
	void require(Limit limit, long allowed, long asked) {
		if (asked > allowed) {
			count(limit.label());
			throw new LimitExceeded(new Excess(limit, allowed, asked));
		}
	}

	/** Why a request is refused before GraphQL sees it. */
	RefusedRequest refuse(HttpStatus status, Limit limit, long allowed, long asked) {
		count(limit.label());
		Excess excess = new Excess(limit, allowed, asked);
		return new RefusedRequest(status, "BAD_USER_INPUT", excess.message()).with(excess.extensions());
	}

	/** Counts one refusal. */
	void count(String reason) {
		this.meters.counter(METRIC, "limit", reason).increment();
	}

}
