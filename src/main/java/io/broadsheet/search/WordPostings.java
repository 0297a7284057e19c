package io.broadsheet.search;

import java.io.IOException;
import java.util.List;

import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * All the ways in which articles of one segment can have a word of a search: as it was
 * typed, in a name, or as a word that it can be a slip of.
 */
final class WordPostings {

	private final float weight;

	private final List<TermPostings> ways;

	private final List<TermPostings> alike;

	private final @Nullable Scorer sequences;

	/**
	 * @param weight how much the word says
	 * @param ways the ways in which articles have it as one term
	 * @param alike those of headlines and names with words that it can be a slip of, each
	 * of which says the same of all its articles
	 * @param sequences scores the articles that have it as several terms, or null
	 */
	WordPostings(float weight, List<TermPostings> ways, List<TermPostings> alike, @Nullable Scorer sequences) {
		this.weight = weight;
		this.ways = ways;
		this.alike = alike;
		this.sequences = sequences;
	}

	/** How many postings there are, roughly. */
	long cost() {
		return this.ways.stream().mapToLong(TermPostings::cost).sum()
				+ ((this.sequences != null) ? this.sequences.iterator().cost() : 0);
	}

	/**
	 * Leaves articles out that cannot be among the first, as a word that this can be a
	 * slip of says the same of each.
	 * @param first the newest article that does not become more recent yet
	 * @param size how many are wanted
	 * @param live the articles that are not deleted, or null if none is
	 */
	void onlyNewestAlike(int first, int size, @Nullable Bits live) {
		this.alike.forEach((way) -> way.endAfter(first, size, live));
	}

	/** Whether no article can have the word in several ways. */
	boolean isOneTerm() {
		return this.ways.size() == 1 && this.sequences == null;
	}

	/** Whether a good part of all articles have the word as one term. */
	boolean isFrequent() {
		return this.sequences == null && hasFrequentTerm();
	}

	private boolean hasFrequentTerm() {
		return this.ways.stream().anyMatch(TermPostings::isFrequent);
	}

	/** Marks the articles that have the word as one term. */
	void addTo(FixedBitSet articles) throws IOException {
		for (TermPostings way : this.ways) {
			way.addTo(articles.getBits());
		}
	}

	/**
	 * Whether looking up each of so many articles is faster than reading all postings.
	 */
	boolean isWorthLookingUp(int articles) {
		return hasFrequentTerm() || (long) articles * TermPostings.MANY_TIMES < cost();
	}

	/** What a score must be above for the word to be there as it was typed. */
	int nearly() {
		return WordLookup.fixed(this.weight * (WordLookup.AS_TYPED_WEIGHT + WordLookup.NEAR_IN_HEADLINE_WEIGHT) / 2);
	}

	/** The highest score of an article that does not have the word in its headline. */
	int mostElsewhere() {
		return this.ways.stream().mapToInt(TermPostings::mostElsewhere).max().orElse(0);
	}

	/**
	 * Tells which articles have the word, and the score of that; for one article perhaps
	 * several times, of which the highest counts.
	 * @param some the only articles that matter, or null
	 */
	void forEach(@Nullable SomeArticles some, Consumer consumer) throws IOException {
		for (TermPostings way : this.ways) {
			way.forEach(some, consumer);
		}
		if (this.sequences != null) {
			var found = this.sequences.iterator();
			for (int document = found.nextDoc(); document != PostingsEnum.NO_MORE_DOCS; document = found.nextDoc()) {
				int score = WordLookup.fixed(this.weight * WordLookup.AS_TYPED_WEIGHT)
						+ WordLookup.fixed(this.sequences.score());
				consumer.accept(new int[] { document }, new int[] { score }, 1);
			}
		}
	}

	/** Is told which articles have a word, some at a time. */
	interface Consumer {

		/**
		 * Articles have the word.
		 * @param documents the articles' numbers in their segment
		 * @param scores what that says of each
		 * @param size how many articles there are
		 */
		void accept(int[] documents, int[] scores, int size);

	}

}
