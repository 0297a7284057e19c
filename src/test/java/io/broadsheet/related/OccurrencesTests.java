package io.broadsheet.related;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OccurrencesTests {

	private static final int HEADLINE = 0;

	private static final int BRIEF = 1;

	private static final int BODY = 2;

	private final Occurrences occurrences = new Occurrences();

	@Test
	void whatIsInSeveralFieldsIsOneTerm() {
		this.occurrences.add(7, BODY);
		this.occurrences.add(7, HEADLINE);
		this.occurrences.add(7, BODY);
		this.occurrences.add(7, BRIEF);
		TermCounts counted = this.occurrences.counted();
		assertThat(counted.hashes()).containsExactly(7);
		assertThat(counted.counts()).containsExactly(Counts.of(1, 1, 2));
	}

	@Test
	void termsComeInTheOrderOfTheirHashes() {
		this.occurrences.add(Integer.MAX_VALUE, BODY);
		this.occurrences.add(-5, BODY);
		this.occurrences.add(Integer.MIN_VALUE, BODY);
		this.occurrences.add(3, BODY);
		assertThat(this.occurrences.counted().hashes()).containsExactly(Integer.MIN_VALUE, -5, 3, Integer.MAX_VALUE);
	}

	@Test
	void thereIsRoomForTheLongestArticle() {
		for (int term = 0; term < 10_000; term++) {
			this.occurrences.add(term, BODY);
		}
		assertThat(this.occurrences.counted().size()).isEqualTo(10_000);
	}

	@Test
	void anArticleWithoutWordsHasNoTerms() {
		assertThat(this.occurrences.counted().size()).isZero();
	}

}
