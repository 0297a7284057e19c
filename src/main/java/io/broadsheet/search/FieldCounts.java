package io.broadsheet.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * Counts how many documents have each value of a field.
 */
final class FieldCounts implements CollectorManager<FieldCounts.Counter, Map<String, Integer>> {

	private final String field;

	FieldCounts(String field) {
		this.field = field;
	}

	@Override
	public Counter newCollector() {
		return new Counter(this.field);
	}

	@Override
	public Map<String, Integer> reduce(Collection<Counter> counters) {
		Map<String, Integer> total = new HashMap<>();
		counters.forEach((counter) -> counter.total.forEach((value, count) -> total.merge(value, count, Integer::sum)));
		return total;
	}

	/** Counts by the ordinals of one segment after the other. */
	static final class Counter implements Collector {

		private final String field;

		private final Map<String, Integer> total = new HashMap<>();

		private Counter(String field) {
			this.field = field;
		}

		@Override
		public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
			SortedSetDocValues values = DocValues.getSortedSet(context.reader(), this.field);
			return new SegmentCounter(values, this.total);
		}

		@Override
		public ScoreMode scoreMode() {
			return ScoreMode.COMPLETE_NO_SCORES;
		}

	}

	private static final class SegmentCounter implements LeafCollector {

		private final SortedSetDocValues values;

		private final Map<String, Integer> total;

		private final int[] counts;

		private SegmentCounter(SortedSetDocValues values, Map<String, Integer> total) {
			this.values = values;
			this.total = total;
			this.counts = new int[(int) values.getValueCount()];
		}

		@Override
		public void setScorer(Scorable scorer) {
			// Counts need no scores.
		}

		@Override
		public void collect(int document) throws IOException {
			if (!this.values.advanceExact(document)) {
				return;
			}
			for (int n = this.values.docValueCount(); n > 0; n--) {
				this.counts[(int) this.values.nextOrd()]++;
			}
		}

		@Override
		public void finish() throws IOException {
			for (int ordinal = 0; ordinal < this.counts.length; ordinal++) {
				if (this.counts[ordinal] > 0) {
					this.total.merge(this.values.lookupOrd(ordinal).utf8ToString(), this.counts[ordinal], Integer::sum);
				}
			}
		}

	}

}
