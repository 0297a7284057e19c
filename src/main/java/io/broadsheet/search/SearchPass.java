package io.broadsheet.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.broadsheet.search.SearchTerms.Weighted;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one state of the index for a search: finds what comes first behind a
 * place, and counts all. Words are looked at one after the other, the rarest first. An
 * article that lacks more of them than it may is not looked at again, so that frequent
 * words hardly cost anything beside rare ones.
 */
final class SearchPass {

	private final SearchQueries queries;

	private final SearchTerms terms;

	private final Slips slips;

	private final int enough;

	private final IndexSearcher searcher;

	private final SegmentScores scores;

	private final @Nullable Weight filter;

	private final List<@Nullable Weight> sequences = new ArrayList<>();

	private final List<Weight> others = new ArrayList<>();

	private final List<SegmentWords> words = new ArrayList<>();

	private final BestRanks best;

	private final int newest;

	private int total;

	private int asTyped;

	/**
	 * @param queries what is searched for
	 * @param slips where words count that one can be a slip of
	 * @param searcher the state of the index
	 * @param best takes what comes first
	 * @param scores where scores are added up
	 * @param frequentTerms keeps frequent terms
	 * @param newest of those that say the same, so many of the newest are enough
	 */
	SearchPass(SearchQueries queries, Slips slips, IndexSearcher searcher, BestRanks best, SegmentScores scores,
			FrequentTerms frequentTerms, int newest) throws IOException {
		this.queries = queries;
		this.terms = queries.terms();
		this.slips = slips;
		this.enough = (slips != Slips.NOWHERE) ? queries.enough() : this.terms.words().size();
		this.searcher = searcher;
		this.best = best;
		this.scores = scores;
		Query needed = queries.needed();
		this.newest = (needed == null) ? newest : Integer.MAX_VALUE;
		this.filter = (needed != null) ? weight(needed, ScoreMode.COMPLETE_NO_SCORES) : null;
		for (Weighted word : this.terms.words()) {
			Query query = SearchQueries.sequences(word);
			this.sequences.add((query != null) ? weight(query, ScoreMode.COMPLETE) : null);
		}
		for (Query query : queries.welcome()) {
			this.others.add(weight(query, ScoreMode.COMPLETE));
		}
		for (LeafReaderContext leaf : searcher.getLeafContexts()) {
			this.words.add(new SegmentWords(this.terms.words(), this.sequences, slips, frequentTerms, leaf));
		}
	}

	private Weight weight(Query query, ScoreMode mode) throws IOException {
		return this.searcher.createWeight(this.searcher.rewrite(query), mode, 1);
	}

	/**
	 * In how many articles the rarest word is, roughly; 0 if it takes more than single
	 * words to know an article's score.
	 */
	long leastFrequency() {
		boolean single = this.others.isEmpty() && this.sequences.stream().allMatch(Objects::isNull);
		return single ? this.words.stream().mapToLong(SegmentWords::cost).sum() : 0;
	}

	/** Looks at all articles that are found. */
	Found run() throws IOException {
		return run((words) -> words.addTo(this.scores, this.enough));
	}

	/**
	 * Looks at articles with one of the words in the headline at least, and all others
	 * somewhere.
	 */
	Found runOverHeadlines() throws IOException {
		return run((words) -> words.addHeadlinesTo(this.scores));
	}

	private Found run(Adding adding) throws IOException {
		for (LeafReaderContext leaf : this.searcher.getLeafContexts()) {
			search(leaf, adding);
		}
		return new Found(this.best.inOrder(), this.total, this.asTyped);
	}

	/**
	 * Counts the articles that have all words, each of which is a single term; before
	 * {@link #runOverHeadlines}.
	 */
	int count() throws IOException {
		int count = 0;
		for (LeafReaderContext leaf : this.searcher.getLeafContexts()) {
			Scorer accepted = accepted(leaf);
			if (this.filter == null || accepted != null) {
				count += this.words.get(leaf.ord).count((accepted != null) ? accepted.iterator() : null);
			}
		}
		return count;
	}

	/**
	 * Whether no article comes first that has none of the words in its headline, if those
	 * that have were looked at.
	 */
	boolean isBeyondOtherTexts() throws IOException {
		int most = this.words.stream().mapToInt(SegmentWords::mostElsewhere).max().orElse(0);
		return isBeyond(true, (float) (most - this.terms.allAsTyped()) / SegmentScores.STEPS);
	}

	/**
	 * Whether no article comes first that has no more than what a single word can be a
	 * slip of, outside its headline.
	 */
	boolean isBeyondOtherSlips() throws IOException {
		return this.others.isEmpty()
				&& isBeyond(false, WordLookup.NEAR_WEIGHT * this.terms.words().getFirst().weight());
	}

	private boolean isBeyond(boolean asTyped, float words) throws IOException {
		float recency = 0;
		for (LeafReaderContext leaf : this.searcher.getLeafContexts()) {
			recency = Math.max(recency, new SegmentDates(this.queries, leaf.reader()).mostForRecency());
		}
		return this.best.least(asTyped) > words + recency + 1F / SegmentScores.STEPS;
	}

	private void search(LeafReaderContext leaf, Adding adding) throws IOException {
		Scorer accepted = accepted(leaf);
		if (this.filter != null && accepted == null) {
			return;
		}
		boolean any = !this.terms.words().isEmpty();
		SegmentRanking ranking = new SegmentRanking(this.queries, this.scores, this.best, any ? accepted : null,
				this.others, leaf);
		if (any) {
			try {
				SegmentWords words = this.words.get(leaf.ord);
				if (this.slips == Slips.IN_HEADLINES) {
					words.onlyNewestAlike(new SegmentDates(this.queries, leaf.reader()).firstOld(), this.newest);
				}
				adding.add(words);
				for (int document : this.scores.inOrder()) {
					ranking.look(document);
				}
			}
			finally {
				this.scores.clear();
			}
		}
		else if (accepted != null) {
			DocIdSetIterator all = accepted.iterator();
			for (int document = all.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = all.nextDoc()) {
				ranking.look(document);
			}
		}
		this.total += ranking.total();
		this.asTyped += ranking.asTyped();
	}

	/** Tells what else must hold; nothing if it holds nowhere, or if nothing must. */
	private @Nullable Scorer accepted(LeafReaderContext leaf) throws IOException {
		return (this.filter != null) ? this.filter.scorer(leaf) : null;
	}

	/** Adds up what the words say of a segment's articles. */
	private interface Adding {

		void add(SegmentWords words) throws IOException;

	}

	/**
	 * What a search found.
	 *
	 * @param page what comes first behind a place
	 * @param total how many articles there are before and behind it, if that matters
	 * @param asTyped how many of them have all words as they were typed
	 */
	record Found(List<Rank> page, int total, int asTyped) {
	}

}
