package io.broadsheet.gateway;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The end of the gateway, before the server's: what is in flight is finished, what comes
 * now is told to go elsewhere. The server by itself would leave new connections without
 * any answer.
 */
@Component
class Departure implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Departure.class);

	private final Duration grace;

	private final AtomicInteger inFlight = new AtomicInteger();

	private volatile boolean leaving;

	private volatile boolean running;

	Departure(LoadSettings settings) {
		this.grace = settings.grace();
	}

	/** A request comes. Without the right to stay it need not {@link #leave}. */
	boolean enter() {
		this.inFlight.incrementAndGet();
		if (this.leaving) {
			this.inFlight.decrementAndGet();
			return false;
		}
		return true;
	}

	/** Whether whoever comes is to go elsewhere. */
	boolean isLeaving() {
		return this.leaving;
	}

	/** A request is answered. */
	void leave() {
		this.inFlight.decrementAndGet();
	}

	@Override
	public void start() {
		this.leaving = false;
		this.running = true;
	}

	@Override
	public void stop() {
		this.leaving = true;
		this.running = false;
		Waiting.until(() -> this.inFlight.get() == 0, this.grace);
		if (this.inFlight.get() > 0) {
			logger.warn("{} requests were not finished within {} s", this.inFlight, this.grace.toSeconds());
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before everything else. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
