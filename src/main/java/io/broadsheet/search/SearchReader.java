package io.broadsheet.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Reads what searches find from the index. */
@Component
class SearchReader {

	private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE,
			new SortField(FieldNames.ID, SortField.Type.STRING));

	private final ArticleIndex index;

	SearchReader(ArticleIndex index) {
		this.index = index;
	}

	/**
	 * What comes after a place, at most so many.
	 * @param search the search
	 * @param after the place, or null for the beginning
	 * @param size how many
	 */
	List<Rank> page(Search search, @Nullable Rank after, int size) {
		List<Rank> page = new ArrayList<>();
		if (after == null || after.asTyped()) {
			page.addAll(find(search.queries().asTyped(), true, after, size));
		}
		if (page.size() < size) {
			Rank from = (after != null && !after.asTyped()) ? after : null;
			page.addAll(find(search.queries().others(), false, from, size - page.size()));
		}
		return page;
	}

	/** Whether anything stands at a place or before it. */
	boolean anythingUpTo(Search search, Rank place) {
		List<Rank> first = page(search, null, 1);
		return !first.isEmpty() && first.getFirst().compareTo(place) <= 0;
	}

	/** How many articles are found. */
	int count(Search search) {
		return count(search.queries().all());
	}

	/** How many articles have all words as they were typed. */
	int countAsTyped(Search search) {
		return count(search.queries().allAsTyped());
	}

	private int count(Query query) {
		return this.index.remember(query, "count", (searcher) -> searcher.count(query));
	}

	private List<Rank> find(Query query, boolean asTyped, @Nullable Rank after, int size) {
		if (size == 0) {
			return List.of();
		}
		FieldDoc start = (after != null) ? after.toFieldDoc() : null;
		return this.index.read((searcher) -> {
			ScoreDoc[] found = searcher.search(query,
					new TopFieldCollectorManager(BEST_FIRST, size, start, 1)).scoreDocs;
			return Arrays.stream(found).map((one) -> Rank.of(asTyped, (FieldDoc) one)).toList();
		});
	}

}
