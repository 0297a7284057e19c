package io.broadsheet.search;

import java.io.IOException;

import io.broadsheet.search.SearchPass.Found;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * The passes over one state of the index that a search takes: no more than it needs to
 * know what comes first, and how many articles there are if that matters.
 */
final class SearchPasses {

	/** Who finds so many articles with all words as they were typed made no slip. */
	static final int MANY = 100;

	/** Fewer articles with a word are looked at as soon as the headlines among them. */
	private static final int WORTH_HEADLINES = 4096;

	private final SearchQueries queries;

	private final IndexSearcher searcher;

	private final @Nullable Rank after;

	private final int size;

	private final SegmentScores scores;

	private final FrequentTerms frequentTerms;

	/**
	 * @param queries what is searched for
	 * @param searcher the state of the index
	 * @param after where the page begins, or null for the beginning
	 * @param size how many at most
	 * @param scores where scores are added up
	 * @param frequentTerms keeps frequent terms
	 */
	SearchPasses(SearchQueries queries, IndexSearcher searcher, @Nullable Rank after, int size, SegmentScores scores,
			FrequentTerms frequentTerms) {
		this.queries = queries;
		this.searcher = searcher;
		this.after = after;
		this.size = size;
		this.scores = scores;
		this.frequentTerms = frequentTerms;
	}

	/**
	 * Searches for the words as they were typed, and if few articles have all of them,
	 * for those too that lack one of several words or have one that it can be a slip of.
	 * @param counting whether the total matters
	 */
	Found find(boolean counting) throws IOException {
		Found found = asTyped(counting);
		int words = this.queries.terms().words().size();
		if (found.total() >= MANY || words == 0) {
			return found;
		}
		if (!counting && words == 1) {
			SearchPass headlines = pass(Slips.IN_HEADLINES);
			found = headlines.run();
			if (headlines.isBeyondOtherSlips()) {
				return found;
			}
		}
		return pass(Slips.ANYWHERE).run();
	}

	/**
	 * Of frequent words only articles with one in the headline are looked at, if no
	 * others can come before these.
	 */
	private Found asTyped(boolean counting) throws IOException {
		SearchPass pass = pass(Slips.NOWHERE);
		if (pass.leastFrequency() < WORTH_HEADLINES) {
			return pass.run();
		}
		int counted = counting ? pass.count() : 0;
		Found found = pass.runOverHeadlines();
		if (found.total() < MANY || !pass.isBeyondOtherTexts()) {
			return pass(Slips.NOWHERE).run();
		}
		int total = counting ? counted : found.total();
		return new Found(found.page(), total, total);
	}

	private SearchPass pass(Slips slips) throws IOException {
		return new SearchPass(this.queries, slips, this.searcher, new BestRanks(this.after, this.size), this.scores,
				this.frequentTerms, (this.after == null) ? this.size : Integer.MAX_VALUE);
	}

}
