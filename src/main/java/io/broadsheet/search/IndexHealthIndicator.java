package io.broadsheet.search;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the index is up to date, for readiness. */
@Component
class IndexHealthIndicator implements HealthIndicator {

	private final ArticleIndex index;

	private final IndexUpdates updates;

	IndexHealthIndicator(ArticleIndex index, IndexUpdates updates) {
		this.index = index;
		this.updates = updates;
	}

	@Override
	public Health health() {
		if (!this.index.isOpen()) {
			return Health.outOfService().withDetail("reason", "the index is being built").build();
		}
		if (!this.updates.areWritten()) {
			return Health.outOfService().withDetail("reason", "the index cannot be written").build();
		}
		return Health.up().build();
	}

}
