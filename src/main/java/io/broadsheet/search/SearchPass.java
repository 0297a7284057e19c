package io.broadsheet.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.broadsheet.graph.NodeId;
import io.broadsheet.search.SearchTerms.Weighted;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one state of the index for a search: finds what comes first behind a
 * place, and counts all. Words are looked at one after the other, the rarest first. An
 * article that lacks more of them than it may is not looked at again, so that frequent
 * words hardly cost anything beside rare ones.
 */
final class SearchPass {

	/** Who finds so many articles with all words as they were typed made no slip. */
	private static final int MANY = 100;

	private final SearchQueries queries;

	private final SearchTerms terms;

	private final boolean slips;

	private final int enough;

	private final IndexSearcher searcher;

	private final SegmentScores scores;

	private final @Nullable Weight filter;

	private final float mostForRecency;

	/** What is added for all words being there as they were typed. */
	private final int allAsTyped;

	private final List<@Nullable Weight> sequences = new ArrayList<>();

	private final List<Weight> others = new ArrayList<>();

	private final BestRanks best;

	private int total;

	private int asTyped;

	private SearchPass(SearchQueries queries, boolean slips, IndexSearcher searcher, @Nullable Rank after, int size,
			SegmentScores scores) throws IOException {
		this.queries = queries;
		this.terms = queries.terms();
		this.slips = slips;
		this.enough = slips ? queries.enough() : this.terms.words().size();
		this.searcher = searcher;
		this.best = new BestRanks(after, size);
		this.scores = scores;
		this.mostForRecency = queries.mostForRecency();
		this.allAsTyped = this.terms.words()
			.stream()
			.mapToInt((word) -> Math.round(WordPostings.AS_TYPED_WEIGHT * word.weight() * SegmentScores.STEPS))
			.sum();
		Query needed = queries.needed();
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
	 * @param scores where scores are added up
	 */
	static Found run(SearchQueries queries, IndexSearcher searcher, @Nullable Rank after, int size,
			SegmentScores scores) throws IOException {
		Found found = new SearchPass(queries, false, searcher, after, size, scores).run();
		boolean enough = found.total() >= MANY || queries.terms().words().isEmpty();
		return enough ? found : new SearchPass(queries, true, searcher, after, size, scores).run();
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
		if (!this.terms.words().isEmpty()) {
			Segment segment = new Segment(leaf, accepted);
			try {
				for (int document : documents(leaf)) {
					segment.look(document);
				}
			}
			finally {
				this.scores.clear();
			}
		}
		else if (accepted != null) {
			Segment segment = new Segment(leaf, null);
			DocIdSetIterator all = accepted.iterator();
			for (int document = all.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = all.nextDoc()) {
				segment.look(document);
			}
		}
	}

	/** The articles with enough of the words. */
	private int[] documents(LeafReaderContext leaf) throws IOException {
		List<WordPostings> words = new ArrayList<>();
		for (int i = 0; i < this.terms.words().size(); i++) {
			words.add(WordPostings.of(this.terms.words().get(i), this.sequences.get(i), this.slips, leaf));
		}
		words.sort(Comparator.comparingLong(WordPostings::cost));
		int mayLack = words.size() - this.enough;
		for (int i = 0; i < words.size(); i++) {
			if (i > mayLack) {
				this.scores.addTo(i - mayLack, words.get(i));
			}
			else {
				this.scores.add(words.get(i));
			}
		}
		return this.scores.having(this.enough);
	}

	/**
	 * What a search found.
	 *
	 * @param page what comes first behind a place
	 * @param total how many articles there are before and behind it
	 * @param asTyped how many of them have all words as they were typed
	 */
	record Found(List<Rank> page, int total, int asTyped) {
	}

	/** The articles of a segment, looked at in ascending order. */
	private final class Segment {

		private final @Nullable DocIdSetIterator accepted;

		private final List<Scorer> others = new ArrayList<>();

		private final List<DocIdSetIterator> otherDocuments = new ArrayList<>();

		private final NumericDocValues published;

		private final SortedDocValues ids;

		private final @Nullable Bits live;

		private final int words = SearchPass.this.terms.words().size();

		private float mostOfOthers;

		/** No article that is yet to be looked at has more for being recent. */
		private float mostForRecency = SearchPass.this.mostForRecency;

		Segment(LeafReaderContext leaf, @Nullable Scorer accepted) throws IOException {
			this.accepted = (accepted != null) ? accepted.iterator() : null;
			for (Weight other : SearchPass.this.others) {
				Scorer scorer = other.scorer(leaf);
				if (scorer != null) {
					this.others.add(scorer);
					this.otherDocuments.add(scorer.iterator());
					this.mostOfOthers += scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
				}
			}
			this.published = DocValues.getNumeric(leaf.reader(), FieldNames.PUBLISHED_AT);
			this.ids = DocValues.getSorted(leaf.reader(), FieldNames.ID);
			this.live = leaf.reader().getLiveDocs();
		}

		void look(int document) throws IOException {
			if ((this.live != null && !this.live.get(document)) || !isAccepted(document)) {
				return;
			}
			boolean hasAll = SearchPass.this.scores.asTyped(document) == this.words;
			SearchPass.this.total++;
			SearchPass.this.asTyped += hasAll ? 1 : 0;
			float words = (float) (SearchPass.this.scores.sum(document) - (hasAll ? SearchPass.this.allAsTyped : 0))
					/ SegmentScores.STEPS;
			if (SearchPass.this.best.mayTake(hasAll, words + this.mostOfOthers + this.mostForRecency)) {
				float score = words + others(document) + recency(document);
				if (SearchPass.this.best.mayTake(hasAll, score)) {
					SearchPass.this.best.offer(new Rank(hasAll, score, id(document)));
				}
			}
		}

		private boolean isAccepted(int document) throws IOException {
			return this.accepted == null || isAt(this.accepted, document);
		}

		private float others(int document) throws IOException {
			float sum = 0;
			for (int i = 0; i < this.others.size(); i++) {
				if (isAt(this.otherDocuments.get(i), document)) {
					sum += this.others.get(i).score();
				}
			}
			return sum;
		}

		/** A segment has its articles newest first. */
		private float recency(int document) throws IOException {
			if (!this.published.advanceExact(document)) {
				return 0;
			}
			long publishedAt = this.published.longValue();
			float recency = SearchPass.this.mostForRecency * SearchPass.this.queries.recency(publishedAt);
			if (publishedAt <= SearchPass.this.queries.now()) {
				this.mostForRecency = recency;
			}
			return recency;
		}

		private NodeId id(int document) throws IOException {
			if (!this.ids.advanceExact(document)) {
				throw new IOException("The index has no id of document %d".formatted(document));
			}
			return new NodeId(this.ids.lookupOrd(this.ids.ordValue()).utf8ToString());
		}

		private static boolean isAt(DocIdSetIterator documents, int document) throws IOException {
			int at = documents.docID();
			return ((at < document) ? documents.advance(document) : at) == document;
		}

	}

}
