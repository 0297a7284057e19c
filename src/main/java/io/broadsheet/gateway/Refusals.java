package io.broadsheet.gateway;

import java.util.Objects;

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

	/** A request that is too large is wrong, whatever it asks for. */
	private static final String CODE = "BAD_USER_INPUT";

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
			throw new LimitExceeded("QUERY_TOO_COMPLEX", new Excess(limit, allowed, asked));
		}
	}

	/** Why a request is refused before GraphQL sees it. */
	RefusedRequest refuse(HttpStatus status, Limit limit, long allowed, long asked) {
		count(limit.label());
		Excess excess = new Excess(limit, allowed, asked);
		return new RefusedRequest(status, CODE, excess.message()).with(excess.extensions(CODE));
	}

	/**
	 * Why an operation is refused whose client has asked for too much in a short time.
	 */
	LimitExceeded tooOften(Limit limit, RateState state) {
		count(limit.label());
		long seconds = Objects.requireNonNullElse(state.retry(), 1L);
		return new LimitExceeded("RATE_LIMITED", new Excess(limit, state.quota(), seconds));
	}

	/** Counts one refusal. */
	void count(String reason) {
		this.meters.counter(METRIC, "limit", reason).increment();
	}

}
