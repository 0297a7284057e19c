package io.broadsheet.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.broadsheet.search.SearchTerms.Weighted;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
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

	/** Who finds so many articles with all words as they were typed made no slip. */
	static final int MANY = 100;

	private final SearchQueries queries;

	private final SearchTerms terms;

	private final Slips slips;

	private final int enough;

	private final IndexSearcher searcher;

	private final SegmentScores scores;

	private final FrequentTerms frequentTerms;

	private final @Nullable Weight filter;

	private final List<@Nullable Weight> sequences = new ArrayList<>();

	private final List<Weight> others = new ArrayList<>();

	private final BestRanks best;

	private final int size;

	/** Whether the page is the first one, and nothing must hold beside the words. */
	private final boolean all;

	private int total;

	private int asTyped;

	private SearchPass(SearchQueries queries, Slips slips, IndexSearcher searcher, @Nullable Rank after, int size,
			SegmentScores scores, FrequentTerms frequentTerms) throws IOException {
		this.queries = queries;
		this.terms = queries.terms();
		this.slips = slips;
		this.enough = (slips != Slips.NOWHERE) ? queries.enough() : this.terms.words().size();
		this.searcher = searcher;
		this.best = new BestRanks(after, size);
		this.scores = scores;
		this.frequentTerms = frequentTerms;
		Query needed = queries.needed();
		this.size = size;
		this.all = needed == null && after == null;
		this.filter = (needed != null) ? weight(needed, ScoreMode.COMPLETE_NO_SCORES) : null;
		for (Weighted word : this.terms.words()) {
			Query query = SearchQueries.sequences(word);
			this.sequences.add((query != null) ? weight(query, ScoreMode.COMPLETE) : null);
		}
		for (Query query : queries.welcome()) {
			this.others.add(weight(query, ScoreMode.COMPLETE));
		}
	}

	/**
	 * Searches for the words as they were typed, and if few articles have all of them,
	 * for those too that lack one of several words or have one that it can be a slip of.
	 * @param queries what is searched for
	 * @param searcher the state of the index
	 * @param after where the page begins, or null for the beginning
	 * @param size how many at most
	 * @param counting whether the total matters
	 * @param scores where scores are added up
	 * @param frequentTerms keeps frequent terms
	 */
	static Found run(SearchQueries queries, IndexSearcher searcher, @Nullable Rank after, int size, boolean counting,
			SegmentScores scores, FrequentTerms frequentTerms) throws IOException {
		Found found = new SearchPass(queries, Slips.NOWHERE, searcher, after, size, scores, frequentTerms).run();
		if (found.total() >= MANY || queries.terms().words().isEmpty()) {
			return found;
		}
		if (!counting && queries.terms().words().size() == 1) {
			SearchPass headlines = new SearchPass(queries, Slips.IN_HEADLINES, searcher, after, size, scores,
					frequentTerms);
			found = headlines.run();
			if (headlines.isBeyondOtherTexts()) {
				return found;
			}
		}
		return new SearchPass(queries, Slips.ANYWHERE, searcher, after, size, scores, frequentTerms).run();
	}

	/**
	 * Whether no article comes first that has no more than what a single word can be a
	 * slip of, outside its headline.
	 */
	private boolean isBeyondOtherTexts() {
		float most = WordPostings.NEAR_WEIGHT * this.terms.words().getFirst().weight() + this.queries.mostForRecency();
		return this.others.isEmpty() && this.best.least(false) > most + 1F / SegmentScores.STEPS;
	}

	private Found run() throws IOException {
		for (LeafReaderContext leaf : this.searcher.getLeafContexts()) {
			search(leaf);
		}
		return new Found(this.best.inOrder(), this.total, this.asTyped);
	}

	private Weight weight(Query query, ScoreMode mode) throws IOException {
		return this.searcher.createWeight(this.searcher.rewrite(query), mode, 1);
	}

	private void search(LeafReaderContext leaf) throws IOException {
		Scorer accepted = (this.filter != null) ? this.filter.scorer(leaf) : null;
		if (this.filter != null && accepted == null) {
			return;
		}
		boolean any = !this.terms.words().isEmpty();
		SegmentRanking ranking = new SegmentRanking(this.queries, this.scores, this.best, any ? accepted : null,
				this.others, leaf);
		if (any) {
			try {
				addUp(leaf);
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

	/** Finds the articles with enough of the words. */
	private void addUp(LeafReaderContext leaf) throws IOException {
		List<WordPostings> words = new ArrayList<>();
		for (int i = 0; i < this.terms.words().size(); i++) {
			words.add(WordPostings.of(this.terms.words().get(i), this.sequences.get(i), this.slips,
					(this.terms.words().size() > 1) ? this.frequentTerms : null, leaf));
		}
		if (this.slips == Slips.IN_HEADLINES && this.all && leaf.reader().getLiveDocs() == null) {
			words.getFirst().onlyNewestHeadlines(firstOld(leaf), this.size);
		}
		if (this.enough == words.size() && words.size() > 1 && words.stream().allMatch(WordPostings::isFrequent)) {
			this.scores.addFrequent(words);
			return;
		}
		words.sort(Comparator.comparingLong(WordPostings::cost));
		int mayLack = words.size() - this.enough;
		for (int i = 0; i < words.size(); i++) {
			if (i > mayLack) {
				this.scores.addToFound(words.get(i));
				this.scores.keep(i + 1 - mayLack);
			}
			else {
				this.scores.add(words.get(i));
			}
		}
	}

	/** The newest article that is not newer than the search's moment. */
	private int firstOld(LeafReaderContext leaf) throws IOException {
		NumericDocValues published = DocValues.getNumeric(leaf.reader(), FieldNames.PUBLISHED_AT);
		int document = 0;
		while (document < leaf.reader().maxDoc() && published.advanceExact(document)
				&& published.longValue() > this.queries.now()) {
			document++;
		}
		return document;
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
