package io.broadsheet.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the store has answered and everything is prepared, for readiness. */
@Component
class StoreHealthIndicator implements HealthIndicator {

	private final Preparations preparations;

	StoreHealthIndicator(Preparations preparations) {
		this.preparations = preparations;
	}

	@Override
	public Health health() {
		if (this.preparations.areDone()) {
			return Health.up().build();
		}
		return Health.outOfService().withDetail("reason", "waiting for the store, or reading what it has").build();
	}

}
