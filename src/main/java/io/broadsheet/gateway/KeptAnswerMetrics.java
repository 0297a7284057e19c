package io.broadsheet.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Policy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/**
 * What is measured of kept answers, in Micrometer's names for caches: {@code cache.gets}
 * by {@code result}, {@code cache.evictions}, {@code cache.size}; and
 * {@code broadsheet.cache.dropped}, for answers that something changed in, and
 * {@code broadsheet.cache.bytes}. Who is given one counts among {@code graphql.request},
 * too.
 */
@Component
class KeptAnswerMetrics {

	private static final Tags CACHE = Tags.of("cache", "answers");

	private final MeterRegistry meters;

	private final NamedOperations names;

	private final Counter hits;

	private final Counter misses;

	private final Counter evictions;

	private final Counter drops;

	/** As many as there are names of operations that are told apart. */
	private final Map<String, Timer> requests = new ConcurrentHashMap<>();

	KeptAnswerMetrics(MeterRegistry meters, NamedOperations names) {
		this.meters = meters;
		this.names = names;
		this.hits = meters.counter("cache.gets", CACHE.and("result", "hit"));
		this.misses = meters.counter("cache.gets", CACHE.and("result", "miss"));
		this.evictions = meters.counter("cache.evictions", CACHE);
		this.drops = meters.counter("broadsheet.cache.dropped", CACHE);
	}

	/** Measures how much is kept. */
	void watch(Cache<?, ?> answers) {
		this.meters.gauge("cache.size", CACHE, answers, Cache::estimatedSize);
		this.meters.gauge("broadsheet.cache.bytes", CACHE, answers, KeptAnswerMetrics::bytes);
	}

	private static double bytes(Cache<?, ?> answers) {
		return answers.policy().eviction().map(Policy.Eviction::weightedSize).orElseThrow().orElse(0);
	}

	/** Somebody was given a kept answer. */
	void hit(String operation, long nanos) {
		this.hits.increment();
		Timer known = this.requests.get(operation);
		((known != null) ? known : timer(operation)).record(Duration.ofNanos(nanos));
	}

	private Timer timer(String operation) {
		String name = this.names.bounded(operation);
		Timer timer = this.meters.timer("graphql.request", "graphql.operation.type", "query", "graphql.operation.name",
				name, "graphql.outcome", "SUCCESS", "error", "none");
		if (name.equals(operation)) {
			this.requests.put(operation, timer);
		}
		return timer;
	}

	/** There was none. */
	void missed() {
		this.misses.increment();
	}

	/** One went since there was no room. */
	void evicted() {
		this.evictions.increment();
	}

	/** One went since something in it changed. */
	void dropped() {
		this.drops.increment();
	}

}
