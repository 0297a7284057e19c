package io.broadsheet.search;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.broadsheet.graph.Problem;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads what searches find from the index, for as many at once as there are processors:
 * each takes arrays as long as the largest segment, and more at once would not be faster.
 */
@Component
class SearchReader {

	private final ArticleIndex index;

	/** The arrays of searches that may begin. */
	private final BlockingQueue<SegmentScores> free;

	private final FrequentTerms frequentTerms = new FrequentTerms();

	SearchReader(ArticleIndex index) {
		this.index = index;
		int processors = Runtime.getRuntime().availableProcessors();
		this.free = new ArrayBlockingQueue<>(processors);
		for (int n = 0; n < processors; n++) {
			this.free.add(new SegmentScores(0));
		}
	}

	/**
	 * What comes after a place, at most so many.
	 * @param search the search
	 * @param after the place, or null for the beginning
	 * @param size how many
	 * @param counting whether it matters how many articles there are in all
	 * @throws Problem.Stopped if the thread was interrupted
	 */
	SearchPass.Found find(Search search, @Nullable Rank after, int size, boolean counting) {
		return this.index.read((searcher) -> {
			SegmentScores taken = take();
			// What a failed search has added up is never seen again.
			SegmentScores back = new SegmentScores(0);
			try {
				SegmentScores scores = fitting(taken, searcher);
				SearchPass.Found found = new SearchPasses(search.queries(), searcher, after, size, scores,
						this.frequentTerms)
					.find(counting);
				back = scores;
				return found;
			}
			finally {
				this.free.add(back);
			}
		});
	}

	/** Whether anything stands at a place or before it. */
	boolean anythingUpTo(Search search, Rank place) {
		SearchPass.Found first = find(search, null, 1, false);
		return !first.page().isEmpty() && first.page().getFirst().compareTo(place) <= 0;
	}

	private SegmentScores take() {
		try {
			return this.free.take();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem.Stopped();
		}
	}

	private static SegmentScores fitting(SegmentScores scores, IndexSearcher searcher) {
		int articles = searcher.getLeafContexts().stream().mapToInt((leaf) -> leaf.reader().maxDoc()).max().orElse(0);
		return (scores.capacity() >= articles) ? scores : new SegmentScores(articles);
	}

}
