package io.broadsheet.gateway;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Looks at all operations that run, again and again, and stops those that take too long
 * and those whose client is gone. As many are known as there are requests in flight.
 */
@Component
class OperationWatch {

	private static final Logger logger = LoggerFactory.getLogger(OperationWatch.class);

	private static final int ROUND_MILLIS = 100;

	/** Most operations are done before it is worth looking after their clients. */
	private static final Duration YOUNG = Duration.ofMillis(200);

	private final Set<RunningOperation> running = ConcurrentHashMap.newKeySet();

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("operation-watch").factory());

	private final Duration time;

	private final Refusals refusals;

	OperationWatch(LimitSettings limits, Refusals refusals, MeterRegistry meters) {
		this.time = limits.time();
		this.refusals = refusals;
		meters.gauge("broadsheet.operations.running", this.running, Set::size);
		var _ = this.timer.scheduleWithFixedDelay(this::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
	}

	void begin(RunningOperation operation) {
		this.running.add(operation);
	}

	void end(RunningOperation operation) {
		this.running.remove(operation);
	}

	private void round() {
		try {
			this.running.forEach(this::look);
		}
		catch (RuntimeException ex) {
			logger.error("Operations could not be looked after", ex);
		}
	}

	private void look(RunningOperation operation) {
		Duration age = operation.age();
		if (operation.isStopped()) {
			end(operation);
		}
		else if (age.compareTo(this.time) > 0) {
			end(operation);
			this.refusals.count(Limit.TIME.label());
			operation.late();
		}
		else if (age.compareTo(YOUNG) > 0) {
			operation.stopIfClientIsGone();
		}
	}

	@PreDestroy
	void stop() {
		this.timer.shutdownNow();
	}

}
