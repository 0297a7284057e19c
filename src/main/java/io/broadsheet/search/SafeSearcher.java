package io.broadsheet.search;

import java.io.IOException;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A searcher whose collectors are given no empty ranges of documents, which they refuse,
 * and no long ones of which they want little. Lucene before 10.6 gives them some where a
 * period is wanted and something in it is not: see
 * <a href="https://github.com/apache/lucene/issues/16546">its issue 16546</a>; and it
 * gives a range as a whole to who wants only what comes first, who has to look at all of
 * it.
 */
final class SafeSearcher extends IndexSearcher {

	/** After so many documents a collector may know better what it wants. */
	private static final int SOME = 128;

	SafeSearcher(IndexReader reader) {
		super(reader);
	}

	@Override
	protected void searchLeaf(LeafReaderContext leaf, int from, int to, Weight weight, Collector collector)
			throws IOException {
		super.searchLeaf(leaf, from, to, weight, new Safe(collector));
	}

	/**
	 * A collector without empty ranges.
	 *
	 * @param collector who collects
	 */
	private record Safe(Collector collector) implements Collector {

		@Override
		public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
			return new SafeLeaf(this.collector.getLeafCollector(leaf));
		}

		@Override
		public ScoreMode scoreMode() {
			return this.collector.scoreMode();
		}

		@Override
		public void setWeight(Weight weight) {
			this.collector.setWeight(weight);
		}

	}

	/**
	 * The same for a segment.
	 *
	 * @param collector who collects
	 */
	private record SafeLeaf(LeafCollector collector) implements LeafCollector {

		@Override
		public void setScorer(Scorable scorer) throws IOException {
			this.collector.setScorer(scorer);
		}

		@Override
		public void collect(int document) throws IOException {
			this.collector.collect(document);
		}

		@Override
		public void collect(DocIdStream documents) throws IOException {
			this.collector.collect(documents);
		}

		@Override
		public void collectRange(int from, int to) throws IOException {
			DocIdSetIterator competitive = competitiveIterator();
			if (competitive != null) {
				collectRange(from, to, competitive);
			}
			else if (from < to) {
				this.collector.collectRange(from, to);
			}
		}

		private void collectRange(int from, int to, DocIdSetIterator competitive) throws IOException {
			int start = next(competitive, from);
			while (start < to) {
				int end = Math.clamp(competitive.docIDRunEnd(), start + 1, Math.min(to, start + SOME));
				this.collector.collectRange(start, end);
				start = next(competitive, end);
			}
		}

		private static int next(DocIdSetIterator documents, int from) throws IOException {
			return (documents.docID() < from) ? documents.advance(from) : documents.docID();
		}

		@Override
		public @Nullable DocIdSetIterator competitiveIterator() throws IOException {
			return this.collector.competitiveIterator();
		}

		@Override
		public void finish() throws IOException {
			this.collector.finish();
		}

	}

}
