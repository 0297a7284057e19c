package io.broadsheet.gateway;

import java.time.Duration;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/** What one client may still ask for in this minute. */
final class Allowance {

	static final Duration WINDOW = Duration.ofMinutes(1);

	private final Bucket cost;

	private final Bucket strict;

	Allowance(RateSettings settings) {
		this.cost = bucket(settings.cost());
		this.strict = bucket(settings.strict());
	}

	private static Bucket bucket(long capacity) {
		return Bucket.builder().addLimit((limit) -> limit.capacity(capacity).refillGreedy(capacity, WINDOW)).build();
	}

	/** Takes what an operation costs, if there is so much left. */
	ConsumptionProbe takeCost(long cost, long capacity) {
		return this.cost.tryConsumeAndReturnRemaining(Math.clamp(cost, 1, capacity));
	}

	/**
	 * Takes what is limited strictly so many times, if there is so much left. One
	 * operation can do it many times, and never more often than a minute has room for.
	 */
	ConsumptionProbe takeStrict(long times, long capacity) {
		return (times <= capacity) ? this.strict.tryConsumeAndReturnRemaining(times)
				: ConsumptionProbe.rejected(this.strict.getAvailableTokens(), WINDOW.toNanos(), WINDOW.toNanos());
	}

}
