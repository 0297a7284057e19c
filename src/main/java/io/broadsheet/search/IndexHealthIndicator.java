package io.broadsheet.search;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the index is up to date, for readiness. */
@Component
class IndexHealthIndicator implements HealthIndicator {

	private final ArticleIndex index;

	IndexHealthIndicator(ArticleIndex index) {
		this.index = index;
	}

	@Override
	public Health health() {
		if (this.index.isOpen()) {
			return Health.up().build();
		}
		return Health.outOfService().withDetail("reason", "the index is being built").build();
	}

}
