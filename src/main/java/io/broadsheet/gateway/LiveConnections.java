package io.broadsheet.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * All sockets and event streams that are open. They are looked at once a second, so that
 * none needs a timer of its own, and end before the web server does, so that their
 * clients go on elsewhere.
 */
@Component
class LiveConnections implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(LiveConnections.class);

	/** How long queries and mutations may take to finish at the end. */
	private static final Duration GRACE = Duration.ofSeconds(12);

	private final Set<LiveConnection> open = ConcurrentHashMap.newKeySet();

	private final Clock clock;

	private volatile boolean running;

	private volatile boolean draining;

	LiveConnections(Clock clock) {
		this.clock = clock;
	}

	void add(LiveConnection connection) {
		this.open.add(connection);
		if (this.draining) {
			connection.drain();
		}
	}

	void remove(LiveConnection connection) {
		this.open.remove(connection);
	}

	/** How many there are. */
	int size() {
		return this.open.size();
	}

	@Scheduled(fixedDelay = 1000)
	void check() {
		Instant now = this.clock.instant();
		for (LiveConnection connection : this.open) {
			try {
				connection.check(now);
			}
			catch (RuntimeException ex) {
				logger.error("A connection could not be looked after", ex);
				connection.end();
			}
		}
	}

	@Override
	public void start() {
		this.draining = false;
		this.running = true;
	}

	@Override
	public void stop() {
		this.draining = true;
		this.open.forEach((connection) -> Thread.startVirtualThread(connection::drain));
		Waiting.until(this.open::isEmpty, GRACE);
		this.open.forEach(LiveConnection::end);
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
