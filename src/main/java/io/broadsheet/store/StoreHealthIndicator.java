package io.broadsheet.store;

import java.time.Duration;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether this instance can serve, for readiness: everything is prepared, and it is not
 * far behind the others. A store that is away is away for all instances, so that taking
 * one out would help nobody.
 */
@Component
class StoreHealthIndicator implements HealthIndicator {

	private static final String REASON = "reason";

	private final Preparations preparations;

	private final StoreWatch watch;

	private final StoreSettings settings;

	StoreHealthIndicator(Preparations preparations, StoreWatch watch, StoreSettings settings) {
		this.preparations = preparations;
		this.watch = watch;
		this.settings = settings;
	}

	@Override
	public Health health() {
		if (!this.preparations.areDone()) {
			return Health.outOfService().withDetail(REASON, "waiting for the store, or reading what it has").build();
		}
		if (this.watch.isAway()) {
			return Health.up()
				.withDetail(REASON, "the store does not answer; what memory and the index have is served")
				.build();
		}
		Duration lag = this.watch.lag();
		if (lag.compareTo(this.settings.maxLag()) > 0) {
			return Health.outOfService()
				.withDetail(REASON, "%d s behind what other instances wrote".formatted(lag.toSeconds()))
				.build();
		}
		return Health.up().build();
	}

}
