package io.broadsheet.search;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the first so many of what is found behind a place, in whatever order it comes.
 */
final class BestRanks {

	private final @Nullable Rank after;

	private final int size;

	/** The worst first. */
	private final PriorityQueue<Rank> best = new PriorityQueue<>(Comparator.reverseOrder());

	/**
	 * @param after the place, or null for the beginning
	 * @param size how many at most
	 */
	BestRanks(@Nullable Rank after, int size) {
		this.after = after;
		this.size = size;
	}

	/**
	 * Whether an article may be among the first, whatever its id is.
	 * @param asTyped whether it has all words as they were typed
	 * @param score its score, or the most that it can be
	 */
	boolean mayTake(boolean asTyped, float score) {
		if (this.best.size() < this.size) {
			return true;
		}
		Rank worst = this.best.peek();
		return worst != null && ((asTyped == worst.asTyped()) ? score >= worst.score() : asTyped);
	}

	/** Takes an article in if it is among the first. */
	void offer(Rank rank) {
		if (this.after != null && rank.compareTo(this.after) <= 0) {
			return;
		}
		this.best.add(rank);
		if (this.best.size() > this.size) {
			this.best.remove();
		}
	}

	/** What was taken, the best first. */
	List<Rank> inOrder() {
		return this.best.stream().sorted().toList();
	}

}
