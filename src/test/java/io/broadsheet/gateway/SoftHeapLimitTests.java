package io.broadsheet.gateway;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When all of the heap is collected. */
class SoftHeapLimitTests {

	private static final long MB = 1L << 20;

	private final SoftHeapLimit limit = new SoftHeapLimit(() -> this.used, () -> this.alive, this::collect);

	private long used;

	private long alive = 60 * MB;

	private int collections;

	private void collect() {
		this.collections++;
		this.used = this.alive;
	}

	@Test
	void whatLittleIsLeftBehindStays() {
		this.used = 92 * MB;
		this.limit.keep();
		assertThat(this.collections).isZero();
	}

	@Test
	void moreIsCollectedOnce() {
		this.used = 93 * MB;
		this.limit.keep();
		this.limit.keep();
		assertThat(this.collections).isEqualTo(1);
	}

	@Test
	void whereMoreIsAliveMoreMayBeLeftBehind() {
		this.alive = 200 * MB;
		this.used = 300 * MB;
		this.limit.keep();
		assertThat(this.collections).isZero();
	}

}
