package io.broadsheet.gateway;

import java.time.Duration;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the gateway can take more than it has, for readiness. */
@Component("capacity")
class Capacity implements HealthIndicator {

	/** A burst is no reason to send all clients to other instances. */
	private static final Duration LEAST = Duration.ofSeconds(2);

	private final Load load;

	Capacity(Load load) {
		this.load = load;
	}

	@Override
	public Health health() {
		return this.load.isOverloaded(LEAST)
				? Health.outOfService().withDetail("reason", "more is asked for than can be done").build()
				: Health.up().build();
	}

}
