package io.broadsheet.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what the words of a search say of each article of a segment, one word after the
 * other. Scores are whole numbers, so that they are the same in whatever order they are
 * added. The arrays are used again, and only what was written is cleared: most searches
 * find little. Postings come in blocks, and what is done with each hardly branches, as a
 * processor cannot foresee which articles have a word.
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
	 * one number, as looking at three places takes three times as long. Nothing of those
	 * that were not found.
	 */
	private final long[] articles;

	/** The articles that can still have enough words. */
	private final int[] found;

	/** What the word that is being added says. */
	private final int[] word;

	/** The articles with the word that is being added. */
	private final long[] having;

	/** Which part of that has any. */
	private int havingFrom;

	private int havingTo;

	private int foundSize;

	/**
	 * @param articles how many articles the largest segment has
	 */
	SegmentScores(int articles) {
		this.articles = new long[articles];
		this.found = new int[articles + 1];
		this.word = new int[articles];
		this.having = new long[FixedBitSet.bits2words(articles)];
		this.havingFrom = this.having.length;
	}

	/** How many articles the largest segment can have. */
	int capacity() {
		return this.articles.length;
	}

	/** Adds a word. */
	void add(WordPostings postings) throws IOException {
		add(postings, null);
	}

	/**
	 * Adds a word of some articles.
	 * @param some the only articles that matter, or null
	 */
	private void add(WordPostings postings, @Nullable SomeArticles some) throws IOException {
		int nearly = postings.nearly();
		if (postings.isOneTerm()) {
			postings.forEach(some, (documents, scores, size) -> have(documents, scores, size, nearly));
		}
		else {
			postings.forEach(some, this::take);
			haveAll(nearly);
		}
	}

	/** Adds a word where it matters: to articles that were found already. */
	void addToFound(WordPostings postings) throws IOException {
		int nearly = postings.nearly();
		SomeArticles among = postings.isWorthLookingUp(this.foundSize)
				? new SomeArticles(inOrder(), this.articles.length) : null;
		if (postings.isOneTerm()) {
			postings.forEach(among, (documents, scores, size) -> haveToo(documents, scores, size, nearly));
		}
		else {
			postings.forEach(among, this::takeToo);
			haveAll(nearly);
		}
	}

	/**
	 * Adds words of some articles.
	 * @param words the words
	 * @param articles the articles, which have all words or the only one perhaps
	 */
	void addOf(List<WordPostings> words, FixedBitSet articles) throws IOException {
		SomeArticles some = SomeArticles.of(articles);
		for (WordPostings word : words) {
			add(word, some);
		}
	}

	/** Forgets articles that do not have at least so many words. */
	void keep(int least) {
		int kept = 0;
		for (int i = 0; i < this.foundSize; i++) {
			int document = this.found[i];
			long known = this.articles[document];
			boolean enough = words(known) >= least;
			this.articles[document] = enough ? known : 0;
			this.found[kept] = document;
			kept += enough ? 1 : 0;
		}
		this.foundSize = kept;
	}

	private void haveAll(int nearly) {
		int size = this.foundSize;
		for (int i = this.havingFrom; i < this.havingTo; i++) {
			for (long rest = this.having[i]; rest != 0; rest &= rest - 1) {
				int document = (i << 6) + Long.numberOfTrailingZeros(rest);
				long known = this.articles[document];
				this.found[size] = document;
				size += (known == 0) ? 1 : 0;
				this.articles[document] = known + said(this.word[document], nearly);
				this.word[document] = 0;
			}
			this.having[i] = 0;
		}
		this.havingFrom = this.having.length;
		this.havingTo = 0;
		this.foundSize = size;
	}

	private void have(int[] documents, int[] scores, int count, int nearly) {
		int size = this.foundSize;
		for (int i = 0; i < count; i++) {
			int document = documents[i];
			long known = this.articles[document];
			this.found[size] = document;
			size += (known == 0) ? 1 : 0;
			this.articles[document] = known + said(scores[i], nearly);
		}
		this.foundSize = size;
	}

	private void haveToo(int[] documents, int[] scores, int count, int nearly) {
		for (int i = 0; i < count; i++) {
			int document = documents[i];
			long known = this.articles[document];
			this.articles[document] = (known != 0) ? known + said(scores[i], nearly) : 0;
		}
	}

	private void take(int[] documents, int[] scores, int count) {
		touch(documents, count);
		for (int i = 0; i < count; i++) {
			int document = documents[i];
			this.word[document] = Math.max(this.word[document], scores[i]);
			this.having[document >> 6] |= 1L << document;
		}
	}

	private void takeToo(int[] documents, int[] scores, int count) {
		touch(documents, count);
		for (int i = 0; i < count; i++) {
			int document = documents[i];
			boolean known = this.articles[document] != 0;
			this.word[document] = known ? Math.max(this.word[document], scores[i]) : 0;
			this.having[document >> 6] |= known ? 1L << document : 0;
		}
	}

	/** Some articles, in ascending order, perhaps have the word. */
	private void touch(int[] documents, int count) {
		if (count > 0) {
			this.havingFrom = Math.min(this.havingFrom, documents[0] >> 6);
			this.havingTo = Math.max(this.havingTo, (documents[count - 1] >> 6) + 1);
		}
	}

	private static long said(int score, int nearly) {
		return score + ((score > nearly) ? ONE_WORD + ONE_WORD_AS_TYPED : ONE_WORD);
	}

	/** The articles that were found, in ascending order. */
	int[] inOrder() {
		if (!isInOrder()) {
			Arrays.sort(this.found, 0, this.foundSize);
		}
		return Arrays.copyOf(this.found, this.foundSize);
	}

	private boolean isInOrder() {
		for (int i = 1; i < this.foundSize; i++) {
			if (this.found[i - 1] > this.found[i]) {
				return false;
			}
		}
		return true;
	}

	/** What the words say of an article. */
	int sum(int document) {
		return (int) (this.articles[document] & SUM_MASK);
	}

	private static int words(long known) {
		return (int) (known >>> SUM_BITS) & WORDS_MASK;
	}

	/** How many words an article has as they were typed. */
	int asTyped(int document) {
		return (int) (this.articles[document] >>> (SUM_BITS + WORDS_BITS));
	}

	/** Begins with the next segment, or the next search. */
	void clear() {
		for (int i = 0; i < this.foundSize; i++) {
			this.articles[this.found[i]] = 0;
		}
		this.foundSize = 0;
	}

}
