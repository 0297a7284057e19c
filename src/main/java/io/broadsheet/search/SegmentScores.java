package io.broadsheet.search;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.util.FixedBitSet;

/**
 * Adds up what the words of a search say of each article of a segment, one word after the
 * other. Scores are whole numbers, so that they are the same in whatever order they are
 * added. The arrays are used again, and only what was written is cleared: most searches
 * find little.
 */
final class SegmentScores {

	/** Parts of 1 in which scores are added up. */
	static final int STEPS = 4096;

	private static final int SUM_BITS = 32;

	private static final int WORDS_BITS = 16;

	private static final long SUM_MASK = (1L << SUM_BITS) - 1;

	private static final int WORDS_MASK = (1 << WORDS_BITS) - 1;

	private static final long ONE_WORD = 1L << SUM_BITS;

	private static final long ONE_WORD_AS_TYPED = ONE_WORD << WORDS_BITS;

	/**
	 * Of each article the sum, how many words it has, and how many as they were typed: in
	 * one number, as looking at three places takes three times as long.
	 */
	private final long[] articles;

	/** Which articles have a word at all. */
	private final FixedBitSet found;

	/** What the word that is being added says. */
	private final int[] word;

	/** The articles with the word that is being added. */
	private final int[] having;

	private int size;

	/**
	 * @param articles how many articles the largest segment has
	 */
	SegmentScores(int articles) {
		this.articles = new long[articles];
		this.found = new FixedBitSet(articles);
		this.word = new int[articles];
		this.having = new int[articles];
	}

	/** How many articles the largest segment can have. */
	int capacity() {
		return this.articles.length;
	}

	/** Adds a word. */
	void add(WordPostings postings) throws IOException {
		int nearly = postings.nearly();
		if (postings.isOneTerm()) {
			postings.forEach(null, (document, score) -> have(document, score, nearly));
		}
		else {
			postings.forEach(null, this::take);
			haveAll(nearly);
		}
	}

	/**
	 * Adds a word where it matters: to articles that have others already.
	 * @param least how many others they must have
	 */
	void addTo(int least, WordPostings postings) throws IOException {
		int[] among = postings.isWorthLookingUp(this.found.cardinality()) ? having(least) : null;
		postings.forEach(among, (document, score) -> {
			if (this.articles[document] != 0) {
				take(document, score);
			}
		});
		haveAll(postings.nearly());
	}

	private void haveAll(int nearly) {
		for (int i = 0; i < this.size; i++) {
			int document = this.having[i];
			int score = this.word[document];
			this.word[document] = 0;
			have(document, score, nearly);
		}
		this.size = 0;
	}

	private void have(int document, int score, int nearly) {
		this.articles[document] += score + ONE_WORD + ((score > nearly) ? ONE_WORD_AS_TYPED : 0);
		this.found.set(document);
	}

	private void take(int document, int score) {
		int known = this.word[document];
		if (known == 0) {
			this.having[this.size++] = document;
		}
		if (score > known) {
			this.word[document] = score;
		}
	}

	/** The articles with at least so many words, in ascending order. */
	int[] having(int least) {
		int count = 0;
		int[] documents = new int[this.found.cardinality()];
		long[] bits = this.found.getBits();
		for (int i = 0; i < bits.length; i++) {
			for (long rest = bits[i]; rest != 0; rest &= rest - 1) {
				int document = (i << 6) + Long.numberOfTrailingZeros(rest);
				documents[count] = document;
				count += (words(document) >= least) ? 1 : 0;
			}
		}
		return (count == documents.length) ? documents : Arrays.copyOf(documents, count);
	}

	/** What the words say of an article. */
	int sum(int document) {
		return (int) (this.articles[document] & SUM_MASK);
	}

	private int words(int document) {
		return (int) (this.articles[document] >>> SUM_BITS) & WORDS_MASK;
	}

	/** How many words an article has as they were typed. */
	int asTyped(int document) {
		return (int) (this.articles[document] >>> (SUM_BITS + WORDS_BITS));
	}

	/** Begins with the next segment, or the next search. */
	void clear() {
		for (int document : having(1)) {
			this.articles[document] = 0;
		}
		this.found.clear();
	}

}
