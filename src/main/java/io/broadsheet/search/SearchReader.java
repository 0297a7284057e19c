package io.broadsheet.search;

import java.util.concurrent.atomic.AtomicReference;

import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Reads what searches find from the index. */
@Component
class SearchReader {

	private final ArticleIndex index;

	/** What the next search takes, if it was given back. */
	private final AtomicReference<@Nullable SegmentScores> free = new AtomicReference<>();

	SearchReader(ArticleIndex index) {
		this.index = index;
	}

	/**
	 * What comes after a place, at most so many, and how many articles there are in all.
	 * @param search the search
	 * @param after the place, or null for the beginning
	 * @param size how many
	 */
	SearchPass.Found find(Search search, @Nullable Rank after, int size) {
		return this.index.read((searcher) -> {
			SegmentScores scores = scores(searcher);
			SearchPass.Found found = SearchPass.run(search.queries(), searcher, after, size, scores);
			this.free.set(scores);
			return found;
		});
	}

	/** Those of a failed search are never given back, so that all that are, are clear. */
	private SegmentScores scores(IndexSearcher searcher) {
		int articles = searcher.getLeafContexts().stream().mapToInt((leaf) -> leaf.reader().maxDoc()).max().orElse(0);
		SegmentScores taken = this.free.getAndSet(null);
		return (taken != null && taken.capacity() >= articles) ? taken : new SegmentScores(articles);
	}

	/** Whether anything stands at a place or before it. */
	boolean anythingUpTo(Search search, Rank place) {
		SearchPass.Found first = find(search, null, 1);
		return !first.page().isEmpty() && first.page().getFirst().compareTo(place) <= 0;
	}

}
