package io.broadsheet.store;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Whether the store answers, and how far this instance is behind what others wrote. */
@Component
public class StoreWatch {

	private static final Logger logger = LoggerFactory.getLogger(StoreWatch.class);

	private volatile boolean isAway;

	private volatile long caughtUpAt = System.nanoTime();

	StoreWatch() {
	}

	/** Whether the store did not answer when it was asked last, some moments ago. */
	public boolean isAway() {
		return this.isAway;
	}

	/** How long ago this instance last knew all that had been written. */
	public Duration lag() {
		return Duration.ofNanos(System.nanoTime() - this.caughtUpAt);
	}

	void answered() {
		if (this.isAway) {
			logger.info("The store answers again");
		}
		this.isAway = false;
	}

	void didNotAnswer() {
		if (!this.isAway) {
			logger.warn("The store does not answer; what memory and the index have is served until it does");
		}
		this.isAway = true;
	}

	void caughtUp() {
		this.caughtUpAt = System.nanoTime();
	}

}
