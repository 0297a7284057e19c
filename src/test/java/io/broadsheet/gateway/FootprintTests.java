package io.broadsheet.gateway;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FootprintTests {

	/** What an empty {@code LinkedHashMap} takes, and a reference to it. */
	private static final int EMPTY_OBJECT = 64;

	/** What an empty {@code ArrayList} takes, and a reference to it. */
	private static final int EMPTY_LIST = 28;

	@Test
	void whatIsWrittenWithFewCharactersIsWeighedByWhatItTakes() {
		assertThat(Footprint.of(Collections.nCopies(1_000, Map.of()))).isGreaterThan(1_000 * EMPTY_OBJECT);
		assertThat(Footprint.of(Collections.nCopies(1_000, List.of()))).isGreaterThan(1_000 * EMPTY_LIST);
	}

	@Test
	void whatIsInsideIsWeighedTooHoweverDeepItIs() {
		Object deep = "x".repeat(10_000);
		for (int depth = 0; depth < 50; depth++) {
			deep = Map.of("inside", List.of(deep));
		}

		assertThat(Footprint.of(deep)).isBetween(20_000, 30_000);
	}

	@Test
	void nothingTakesNothing() {
		assertThat(Footprint.of(null)).isZero();
	}

}
