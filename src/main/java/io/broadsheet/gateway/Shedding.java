package io.broadsheet.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Since when clients have been sent away without a pause. */
final class Shedding {

	/** So long without anybody sent away, and it is over. */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final Clock clock;

	private Instant first = Instant.MIN;

	private Instant last = Instant.MIN;

	Shedding(Clock clock) {
		this.clock = clock;
	}

	synchronized void happened() {
		Instant now = this.clock.instant();
		if (isOver(now)) {
			this.first = now;
		}
		this.last = now;
	}

	/** Whether it goes on, and has for so long. */
	synchronized boolean hasLasted(Duration least) {
		Instant now = this.clock.instant();
		return !isOver(now) && !now.isBefore(this.first.plus(least));
	}

	private boolean isOver(Instant now) {
		return now.minus(PAUSE).isAfter(this.last);
	}

}
