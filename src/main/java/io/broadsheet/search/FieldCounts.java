package io.broadsheet.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Counts how many articles have each value of a field. Of a segment of which most are
 * counted it takes those that are not from what all have, which is counted once.
 */
@Component
class FieldCounts {

	/** Fewer articles than one in so many are not worth a bit for each of the segment. */
	private static final int FEW = 64;

	private final PerSegment<Map<String, int[]>> ofAll = new PerSegment<>(
			(segment, known) -> (known != null) ? known : new ConcurrentHashMap<>());

	/**
	 * Counts what a query finds.
	 * @param searcher searches the index
	 * @param query what it finds is counted
	 * @param field the field
	 * @return how many have each value that any has
	 * @throws IOException if the index cannot be read
	 */
	Map<String, Integer> of(IndexSearcher searcher, Query query, String field) throws IOException {
		Map<String, Integer> counts = new HashMap<>();
		Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
		for (LeafReaderContext leaf : searcher.getLeafContexts()) {
			Scorer found = weight.scorer(leaf);
			SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
			if (found != null && values.getValueCount() > 0) {
				add(count(leaf.reader(), found.iterator(), field, values), values, counts);
			}
		}
		return counts;
	}

	private static void add(int[] ofSegment, SortedSetDocValues values, Map<String, Integer> counts)
			throws IOException {
		for (int value = 0; value < ofSegment.length; value++) {
			if (ofSegment[value] > 0) {
				counts.merge(values.lookupOrd(value).utf8ToString(), ofSegment[value], Integer::sum);
			}
		}
	}

	private int[] count(LeafReader segment, DocIdSetIterator found, String field, SortedSetDocValues values)
			throws IOException {
		if (found.cost() < segment.maxDoc() / FEW) {
			return counts(found, segment.getLiveDocs(), values);
		}
		FixedBitSet counted = new FixedBitSet(segment.maxDoc());
		found.nextDoc();
		found.intoBitSet(segment.maxDoc(), counted, 0);
		if (segment.getLiveDocs() != null) {
			segment.getLiveDocs().applyMask(counted, 0);
		}
		int number = counted.cardinality();
		if (number <= segment.maxDoc() / 2) {
			return counts(new BitSetIterator(counted, number), null, values);
		}
		int[] all = ofAll(segment, field).clone();
		counted.flip(0, counted.length());
		count(new BitSetIterator(counted, segment.maxDoc() - number), null, values, -1, all);
		return all;
	}

	/** What all articles of a segment have, even those that are gone. */
	private int[] ofAll(LeafReader segment, String field) throws IOException {
		Map<String, int[]> known = this.ofAll.of(segment);
		int[] all = known.get(field);
		if (all == null) {
			all = counts(DocIdSetIterator.all(segment.maxDoc()), null, DocValues.getSortedSet(segment, field));
			known.put(field, all);
		}
		return all;
	}

	private static int[] counts(DocIdSetIterator articles, @Nullable Bits alive, SortedSetDocValues values)
			throws IOException {
		int[] counts = new int[(int) values.getValueCount()];
		count(articles, alive, values, 1, counts);
		return counts;
	}

	private static void count(DocIdSetIterator articles, @Nullable Bits alive, SortedSetDocValues values, int step,
			int[] counts) throws IOException {
		for (int article = articles.nextDoc(); article != DocIdSetIterator.NO_MORE_DOCS; article = articles.nextDoc()) {
			if ((alive == null || alive.get(article)) && values.advanceExact(article)) {
				for (int n = values.docValueCount(); n > 0; n--) {
					counts[(int) values.nextOrd()] += step;
				}
			}
		}
	}

}
