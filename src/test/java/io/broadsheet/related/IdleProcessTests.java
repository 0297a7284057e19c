package io.broadsheet.related;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdleProcessTests {

	private long used = TimeUnit.SECONDS.toNanos(5);

	private long now = TimeUnit.SECONDS.toNanos(100);

	private final IdleProcess process = new IdleProcess(() -> this.used, () -> this.now);

	@Test
	void aProcessThatUsesAFifthOfAProcessorIsIdle() {
		this.process.rest();
		pass(100, 20);
		assertThat(this.process.isIdle()).isTrue();
	}

	@Test
	void aProcessThatUsesAThirdOfAProcessorIsNotIdle() {
		this.process.rest();
		pass(100, 33);
		assertThat(this.process.isIdle()).isFalse();
	}

	@Test
	void whatWasUsedBeforeTheRestDoesNotCount() {
		this.process.rest();
		pass(100, 100);
		this.process.rest();
		pass(100, 0);
		assertThat(this.process.isIdle()).isTrue();
	}

	@Test
	void beforeTheFirstRestNothingIsKnown() {
		pass(100, 0);
		assertThat(this.process.isIdle()).isFalse();
	}

	private void pass(long millis, long usedMillis) {
		this.now += TimeUnit.MILLISECONDS.toNanos(millis);
		this.used += TimeUnit.MILLISECONDS.toNanos(usedMillis);
	}

}
