package io.broadsheet.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.broadsheet.search.SearchTerms.Weighted;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The words of a search, as articles of one segment have them. */
final class SegmentWords {

	private final LeafReaderContext leaf;

	private final List<Weighted> wanted;

	private final WordLookup lookup;

	private final List<WordPostings> words = new ArrayList<>();

	private @Nullable FixedBitSet havingAll;

	/**
	 * @param wanted the words
	 * @param sequences by word, what scores articles that have it as several terms, or
	 * null
	 * @param slips where words count that one can be a slip of
	 * @param frequentTerms keeps frequent terms
	 * @param leaf the segment
	 */
	SegmentWords(List<Weighted> wanted, List<@Nullable Weight> sequences, Slips slips, FrequentTerms frequentTerms,
			LeafReaderContext leaf) throws IOException {
		this.leaf = leaf;
		this.wanted = wanted;
		this.lookup = new WordLookup(leaf, slips, (wanted.size() > 1) ? frequentTerms : null);
		for (int i = 0; i < wanted.size(); i++) {
			this.words.add(this.lookup.find(wanted.get(i), sequences.get(i)));
		}
	}

	/** In how many articles the rarest word is, roughly. */
	long cost() {
		return this.words.stream().mapToLong(WordPostings::cost).min().orElse(0);
	}

	private boolean areFrequent() {
		return this.words.stream().allMatch(WordPostings::isFrequent);
	}

	/**
	 * Leaves articles out that cannot be among the first, of a single word.
	 * @param first the newest article that does not become more recent yet
	 * @param size how many are wanted
	 */
	void onlyNewestAlike(int first, int size) {
		this.words.getFirst().onlyNewestAlike(first, size, this.leaf.reader().getLiveDocs());
	}

	/**
	 * Adds up what the words say of all articles with enough of them.
	 * @param scores where to
	 * @param enough how many words are enough
	 */
	void addTo(SegmentScores scores, int enough) throws IOException {
		if (enough == this.words.size() && enough > 1 && areFrequent()) {
			scores.addOf(this.words, havingAll());
			return;
		}
		List<WordPostings> rarestFirst = rarestFirst();
		int mayLack = rarestFirst.size() - enough;
		for (int i = 0; i < rarestFirst.size(); i++) {
			if (i > mayLack) {
				scores.addToFound(rarestFirst.get(i));
				scores.keep(i + 1 - mayLack);
			}
			else {
				scores.add(rarestFirst.get(i));
			}
		}
	}

	/**
	 * Adds up what the words say of articles that have all of them, at least of those
	 * that have one in the headline.
	 * @param scores where to
	 */
	void addHeadlinesTo(SegmentScores scores) throws IOException {
		FixedBitSet headed = new FixedBitSet(this.leaf.reader().maxDoc());
		for (Weighted word : this.wanted) {
			this.lookup.addHeadlines(word, headed);
		}
		if (this.words.size() > 1) {
			headed.and(havingAll());
		}
		scores.addOf(this.words, headed);
	}

	/** No article without any of the words in its headline has a higher sum. */
	int mostElsewhere() {
		return this.words.stream().mapToInt(WordPostings::mostElsewhere).sum();
	}

	/**
	 * Counts the articles that have all the words, each of which is always one term.
	 * @param accepted which articles count, or null if all do
	 */
	int count(@Nullable DocIdSetIterator accepted) throws IOException {
		FixedBitSet all = havingAll().clone();
		Bits live = this.leaf.reader().getLiveDocs();
		if (live != null) {
			live.applyMask(all, 0);
		}
		if (accepted != null) {
			FixedBitSet counted = new FixedBitSet(all.length());
			counted.or(accepted);
			all.and(counted);
		}
		return all.cardinality();
	}

	/** The articles that have all words, each of which is always one term. */
	private FixedBitSet havingAll() throws IOException {
		FixedBitSet all = this.havingAll;
		if (all == null) {
			all = having(this.words.getFirst());
			for (WordPostings word : this.words.subList(1, this.words.size())) {
				all.and(having(word));
			}
			this.havingAll = all;
		}
		return all;
	}

	private FixedBitSet having(WordPostings word) throws IOException {
		FixedBitSet having = new FixedBitSet(this.leaf.reader().maxDoc());
		word.addTo(having);
		return having;
	}

	private List<WordPostings> rarestFirst() {
		return this.words.stream().sorted(Comparator.comparingLong(WordPostings::cost)).toList();
	}

}
