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

	/** Takes what is limited strictly so many times, if there is so much left. */
	ConsumptionProbe takeStrict(long times, long capacity) {
		return this.strict.tryConsumeAndReturnRemaining(Math.clamp(times, 1, capacity));
	}

}
