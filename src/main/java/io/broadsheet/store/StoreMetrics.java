package io.broadsheet.store;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** Measures whether the store answers, and how far this instance is behind. */
@Component
class StoreMetrics implements MeterBinder {

	private final StoreWatch watch;

	private final StoredChangeFeed feed;

	StoreMetrics(StoreWatch watch, StoredChangeFeed feed) {
		this.watch = watch;
		this.feed = feed;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("broadsheet.store.up", this.watch, (store) -> store.isAway() ? 0 : 1)
			.description("Whether the store answers")
			.register(registry);
		TimeGauge.builder("broadsheet.feed.lag", this.watch, TimeUnit.NANOSECONDS, (store) -> store.lag().toNanos())
			.description("How long ago this instance last knew all that had been written")
			.register(registry);
		Gauge.builder("broadsheet.feed.position", this.feed, StoredChangeFeed::told)
			.description("Up to where all changes have been told to this instance")
			.register(registry);
	}

}
