package io.broadsheet.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.broadsheet.graph.NodeId;
import io.broadsheet.search.SegmentHeadlines.Headed;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Reads what comes next in a list by headline: goes through the headlines' keys in their
 * order from where a page begins, and looks which of their articles the list has. Of a
 * list that has a good part of all articles so only a few are looked at, however many
 * there are.
 */
final class HeadlineWalk {

	/** Of so many articles a list has at least one, or too many would be looked at. */
	private static final int SPARSEST = 8;

	/** So many times more are looked at than are wanted, before more are. */
	private static final int TIMES = 2;

	private final IndexSearcher searcher;

	private final Weight wanted;

	private final boolean descending;

	private final Comparator<Position> order;

	private final @Nullable Position start;

	private final int size;

	private HeadlineWalk(IndexSearcher searcher, Weight wanted, boolean descending, Comparator<Position> order,
			@Nullable Position start, int size) {
		this.searcher = searcher;
		this.wanted = wanted;
		this.descending = descending;
		this.order = order;
		this.start = start;
		this.size = size;
	}

	/**
	 * Reads what comes next.
	 * @param searcher the state of the index
	 * @param query what the list has
	 * @param descending whether the headlines are gone through from the last one
	 * @param order the order of places, in the direction in which they are gone through
	 * @param start the place that it comes behind, or null for the beginning
	 * @param size how many at most
	 * @return the places in order, or null if the list has so few of all articles that
	 * looking at each of its own is faster
	 */
	static @Nullable List<Position> next(IndexSearcher searcher, Query query, boolean descending,
			Comparator<Position> order, @Nullable Position start, int size) throws IOException {
		Weight wanted = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
		return new HeadlineWalk(searcher, wanted, descending, order, start, size).run();
	}

	private @Nullable List<Position> run() throws IOException {
		if (isSparse()) {
			return null;
		}
		List<Position> found = new ArrayList<>();
		for (LeafReaderContext leaf : this.searcher.getLeafContexts()) {
			if (!addTo(found, leaf)) {
				return null;
			}
		}
		found.sort(this.order);
		return List.copyOf(found.subList(0, Math.min(this.size, found.size())));
	}

	private boolean isSparse() throws IOException {
		long matching = 0;
		for (LeafReaderContext leaf : this.searcher.getLeafContexts()) {
			ScorerSupplier supplier = this.wanted.scorerSupplier(leaf);
			matching += (supplier != null) ? supplier.cost() : 0;
		}
		return matching * SPARSEST < this.searcher.getIndexReader().maxDoc();
	}

	/**
	 * Adds what comes first in a segment, at least as much as is wanted if there is so
	 * much.
	 * @return whether it was found soon enough
	 */
	private boolean addTo(List<Position> found, LeafReaderContext leaf) throws IOException {
		BytesRef from = (this.start != null) ? (BytesRef) this.start.key() : null;
		SegmentHeadlines headlines = new SegmentHeadlines(leaf.reader(), from, this.descending);
		int missing = this.size;
		int seen = 0;
		while (missing > 0 && headlines.hasNext()) {
			if (seen > SPARSEST * this.size) {
				return false;
			}
			List<Headed> next = headlines.next(TIMES * missing);
			List<Position> wanted = wantedOf(next, leaf);
			found.addAll(wanted);
			missing -= wanted.size();
			seen += next.size();
		}
		return true;
	}

	/** Those that the list has, behind the place where the page begins. */
	private List<Position> wantedOf(List<Headed> articles, LeafReaderContext leaf) throws IOException {
		Scorer scorer = this.wanted.scorer(leaf);
		if (scorer == null) {
			return List.of();
		}
		DocIdSetIterator documents = scorer.iterator();
		SortedDocValues ids = DocValues.getSorted(leaf.reader(), FieldNames.ID);
		Bits live = leaf.reader().getLiveDocs();
		List<Position> wanted = new ArrayList<>();
		for (Headed article : articles) {
			int document = article.document();
			int at = documents.docID();
			at = (at < document) ? documents.advance(document) : at;
			if (at == document && (live == null || live.get(document)) && ids.advanceExact(document)) {
				NodeId id = new NodeId(ids.lookupOrd(ids.ordValue()).utf8ToString());
				Position position = new Position(article.key(), id);
				if (this.start == null || this.order.compare(position, this.start) > 0) {
					wanted.add(position);
				}
			}
		}
		return wanted;
	}

}
