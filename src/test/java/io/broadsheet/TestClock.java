package io.broadsheet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** A clock that stands still until a test moves it. */
@Primary
@TestComponent
public class TestClock extends Clock {

	/** When tests begin. */
	public static final Instant NOON = Instant.parse("2026-05-14T12:00:00Z");

	private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

	@Override
	public Instant instant() {
		return this.now.get();
	}

	/**
	 * Lets time pass.
	 * @param duration how much of it
	 */
	public void pass(Duration duration) {
		this.now.updateAndGet((instant) -> instant.plus(duration));
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(instant(), zone);
	}

}
