package io.broadsheet.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.broadsheet.graph.Page;
import io.broadsheet.graph.PageInfo;
import io.broadsheet.section.Sections;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads lists of articles from the index: which articles a page has and where they stand.
 */
@Component
class ListReader {

	private final ArticleIndex index;

	private final Sections sections;

	ListReader(ArticleIndex index, Sections sections) {
		this.index = index;
		this.sections = sections;
	}

	/**
	 * The part of a list that is a page.
	 * @throws io.broadsheet.graph.Problem.BadUserInput if a cursor is none of this list
	 */
	ListSlice page(ArticleList list, Page page) {
		Position after = list.position(page.after(), "after");
		Position before = list.position(page.before(), "before");
		if (page.size() == 0) {
			return ListSlice.EMPTY;
		}
		return this.index.remember(list.query(this.sections), list.order() + " " + page,
				(searcher) -> page(searcher, list, page, after, before));
	}

	/** One more than is asked for tells whether more follows. */
	private ListSlice page(IndexSearcher searcher, ArticleList list, Page page, @Nullable Position after,
			@Nullable Position before) throws IOException {
		Position start = page.fromEnd() ? before : after;
		List<Position> found = search(searcher, list, page.fromEnd(), start, page.size() + 1);
		Comparator<Position> order = order(list.order());
		List<Position> within = page.fromEnd() ? upTo(after, found, order.reversed()) : upTo(before, found, order);
		List<Position> taken = within.subList(0, Math.min(page.size(), within.size()));
		return new ListSlice(page.fromEnd() ? taken.reversed() : List.copyOf(taken), found.size() > taken.size());
	}

	/**
	 * Where a page stands in its list.
	 * @param list the list
	 * @param page the page
	 * @param slice what {@link #page} found
	 */
	PageInfo place(ArticleList list, Page page, ListSlice slice) {
		if (slice.positions().isEmpty()) {
			return page.fromEnd() ? placeOfEmptyAtEnd(list, page) : placeOfEmptyAtStart(list, page);
		}
		Position start = slice.positions().getFirst();
		Position end = slice.positions().getLast();
		boolean next = page.fromEnd() ? page.before() != null && !isLast(list, end) : slice.more();
		boolean previous = page.fromEnd() ? slice.more() : page.after() != null && !isFirst(list, start);
		return new PageInfo(next, previous, list.cursor(start), list.cursor(end));
	}

	/** Whether nothing in a list comes before a position. */
	private boolean isFirst(ArticleList list, Position position) {
		Position first = nearest(list, false, null);
		return first == null || order(list.order()).compare(first, position) >= 0;
	}

	/** Whether nothing in a list comes behind a position. */
	private boolean isLast(ArticleList list, Position position) {
		Position last = nearest(list, true, null);
		return last == null || order(list.order()).compare(last, position) <= 0;
	}

	/** An empty page of the first so many is right behind its cursor. */
	private PageInfo placeOfEmptyAtStart(ArticleList list, Page page) {
		Position after = list.position(page.after(), "after");
		Position first = nearest(list, false, null);
		boolean previous = after != null && first != null && order(list.order()).compare(first, after) <= 0;
		return new PageInfo(nearest(list, false, after) != null, previous, null, null);
	}

	/** An empty page of the last so many is right before its cursor. */
	private PageInfo placeOfEmptyAtEnd(ArticleList list, Page page) {
		Position before = list.position(page.before(), "before");
		Position last = nearest(list, true, null);
		boolean next = before != null && last != null && order(list.order()).compare(last, before) >= 0;
		return new PageInfo(next, nearest(list, true, before) != null, null, null);
	}

	/** What follows a place, or comes before it, or is the list's first or last. */
	private @Nullable Position nearest(ArticleList list, boolean backwards, @Nullable Position position) {
		String aspect = list.order() + (backwards ? " before " : " after ") + position;
		List<Position> found = this.index.remember(list.query(this.sections), aspect,
				(searcher) -> search(searcher, list, backwards, position, 1));
		return found.isEmpty() ? null : found.getFirst();
	}

	/** How many articles a list has. */
	int count(ArticleList list) {
		Query query = list.query(this.sections);
		return this.index.remember(query, "count", (searcher) -> searcher.count(query));
	}

	Query query(ArticleList list) {
		return list.query(this.sections);
	}

	private List<Position> search(IndexSearcher searcher, ArticleList list, boolean fromEnd, @Nullable Position start,
			int size) throws IOException {
		Query query = list.query(this.sections);
		if (list.order().field() == ArticleOrder.Field.HEADLINE) {
			Comparator<Position> order = fromEnd ? order(list.order()).reversed() : order(list.order());
			List<Position> next = HeadlineWalk.next(searcher, query, list.order().isDescending(fromEnd), order, start,
					size);
			return (next != null) ? next : collect(searcher, query, list.order().sort(fromEnd), start, size);
		}
		Query within = (start != null && list.order().equals(ArticleOrder.NEWEST_FIRST))
				? notNewer(query, start, fromEnd) : query;
		return collect(searcher, within, list.order().sort(fromEnd), start, size);
	}

	private static List<Position> collect(IndexSearcher searcher, Query query, Sort sort, @Nullable Position start,
			int size) throws IOException {
		FieldDoc after = (start != null) ? start.toFieldDoc() : null;
		ScoreDoc[] found = searcher.search(query, new TopFieldCollectorManager(sort, size, after, 1)).scoreDocs;
		List<Position> positions = new ArrayList<>(found.length);
		for (ScoreDoc one : found) {
			positions.add(Position.of((FieldDoc) one));
		}
		return positions;
	}

	/**
	 * The index keeps documents newest first, so that with this it begins to look where
	 * the page begins, however deep that is.
	 */
	private static Query notNewer(Query query, Position start, boolean fromEnd) {
		long moment = (Long) start.key();
		Query range = fromEnd ? NumericDocValuesField.newSlowRangeQuery(FieldNames.PUBLISHED_AT, moment, Long.MAX_VALUE)
				: NumericDocValuesField.newSlowRangeQuery(FieldNames.PUBLISHED_AT, Long.MIN_VALUE, moment);
		return new BooleanQuery.Builder().add(query, Occur.FILTER).add(range, Occur.FILTER).build();
	}

	private static List<Position> upTo(@Nullable Position end, List<Position> positions, Comparator<Position> order) {
		if (end == null) {
			return positions;
		}
		return positions.stream().takeWhile((position) -> order.compare(position, end) < 0).toList();
	}

	private static Comparator<Position> order(ArticleOrder order) {
		Comparator<Position> byKey = Position::compareKey;
		return ((order.direction() == ArticleOrder.Direction.DESC) ? byKey.reversed() : byKey)
			.thenComparing(Position::id);
	}

}
