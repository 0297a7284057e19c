package io.broadsheet.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the articles of a segment that a search found, and counts them. They are looked
 * at in ascending order.
 */
final class SegmentRanking {

	private final SearchQueries queries;

	private final SegmentScores scores;

	private final BestRanks best;

	private final @Nullable DocIdSetIterator accepted;

	private final List<Scorer> others = new ArrayList<>();

	private final List<DocIdSetIterator> otherDocuments = new ArrayList<>();

	private final NumericDocValues published;

	private final SortedDocValues ids;

	private final @Nullable Bits live;

	private final int words;

	private final int allAsTyped;

	private final float allForRecency;

	private float mostOfOthers;

	/** No article that is yet to be looked at has more for being recent. */
	private float mostForRecency;

	/** Less than this of its words keeps an article that has all from being taken. */
	private int leastOfAll;

	private int leastOfRest;

	private int total;

	private int asTyped;

	/**
	 * @param queries what is searched for
	 * @param scores what its words say of the segment's articles
	 * @param best takes what comes first
	 * @param accepted what else must hold, or null if nothing
	 * @param others scores articles for what they need not have
	 * @param leaf the segment
	 */
	SegmentRanking(SearchQueries queries, SegmentScores scores, BestRanks best, @Nullable Scorer accepted,
			Collection<Weight> others, LeafReaderContext leaf) throws IOException {
		this.queries = queries;
		this.scores = scores;
		this.best = best;
		this.accepted = (accepted != null) ? accepted.iterator() : null;
		for (Weight other : others) {
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
		this.words = queries.terms().words().size();
		this.allAsTyped = queries.terms().allAsTyped();
		this.allForRecency = queries.mostForRecency();
		this.mostForRecency = new SegmentDates(queries, leaf.reader()).mostForRecency();
		lookForBetter();
	}

	void look(int document) throws IOException {
		if ((this.live != null && !this.live.get(document)) || !isAccepted(document)) {
			return;
		}
		boolean hasAll = this.scores.asTyped(document) == this.words;
		this.total++;
		this.asTyped += hasAll ? 1 : 0;
		int said = this.scores.sum(document) - (hasAll ? this.allAsTyped : 0);
		if (said >= (hasAll ? this.leastOfAll : this.leastOfRest)) {
			rank(document, hasAll, (float) said / SegmentScores.STEPS);
			lookForBetter();
		}
	}

	private void rank(int document, boolean hasAll, float words) throws IOException {
		if (words + this.mostOfOthers + this.mostForRecency >= this.best.least(hasAll)) {
			float score = words + others(document) + recency(document);
			if (score >= this.best.least(hasAll)) {
				this.best.offer(hasAll, score, this.ids, idOrdinal(document));
			}
		}
	}

	/** Most articles are then passed over by comparing whole numbers. */
	private void lookForBetter() {
		this.leastOfAll = least(true);
		this.leastOfRest = least(false);
	}

	private int least(boolean hasAll) {
		float words = this.best.least(hasAll) - this.mostOfOthers - this.mostForRecency;
		return (int) Math.floor(words * SegmentScores.STEPS - 1);
	}

	/** How many articles were found. */
	int total() {
		return this.total;
	}

	/** How many of them have all words as they were typed. */
	int asTyped() {
		return this.asTyped;
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
		float recency = this.allForRecency * this.queries.recency(publishedAt);
		if (publishedAt <= this.queries.now()) {
			this.mostForRecency = recency;
		}
		return recency;
	}

	private int idOrdinal(int document) throws IOException {
		if (!this.ids.advanceExact(document)) {
			throw new IOException("The index has no id of document %d".formatted(document));
		}
		return this.ids.ordValue();
	}

	private static boolean isAt(DocIdSetIterator documents, int document) throws IOException {
		int at = documents.docID();
		return ((at < document) ? documents.advance(document) : at) == document;
	}

}
