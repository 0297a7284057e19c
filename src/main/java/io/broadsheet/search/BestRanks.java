package io.broadsheet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

import io.broadsheet.graph.NodeId;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first so many of what is found behind a place, in whatever order it comes.
 */
final class BestRanks {

	private final @Nullable Rank after;

	private final int size;

	/** The worst first. */
	private final PriorityQueue<Found> best = new PriorityQueue<>(Comparator.reverseOrder());

	/** The worst if there are as many as are wanted. */
	private @Nullable Found worst;

	/**
	 * @param after the place, or null for the beginning
	 * @param size how many at most
	 */
	BestRanks(@Nullable Rank after, int size) {
		this.after = after;
		this.size = size;
	}

	/**
	 * What an article must score at least to be among the first, whatever its id is.
	 * @param asTyped whether it has all words as they were typed
	 */
	float least(boolean asTyped) {
		Found worst = this.worst;
		if (worst == null) {
			return (this.best.size() < this.size) ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
		}
		if (asTyped == worst.asTyped) {
			return worst.score;
		}
		return asTyped ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
	}

	/**
	 * Takes an article in if it is among the first.
	 * @param asTyped whether it has all words as they were typed
	 * @param score its score
	 * @param ids the ids of its segment's articles
	 * @param ordinal the number of its id
	 */
	void offer(boolean asTyped, float score, SortedDocValues ids, int ordinal) {
		Found found = new Found(asTyped, score, ids, ordinal);
		if (this.after != null && !found.isBehind(this.after)) {
			return;
		}
		this.best.add(found);
		if (this.best.size() > this.size) {
			this.best.remove();
		}
		if (this.best.size() == this.size) {
			this.worst = this.best.peek();
		}
	}

	/** What was taken, the best first. */
	List<Rank> inOrder() {
		return this.best.stream().map(Found::rank).sorted().toList();
	}

	/** An article, whose id is read only if it matters: that takes longest of all. */
	private static final class Found implements Comparable<Found> {

		private final boolean asTyped;

		private final float score;

		private final SortedDocValues ids;

		private final int ordinal;

		private @Nullable Rank rank;

		Found(boolean asTyped, float score, SortedDocValues ids, int ordinal) {
			this.asTyped = asTyped;
			this.score = score;
			this.ids = ids;
			this.ordinal = ordinal;
		}

		boolean isBehind(Rank place) {
			return compare(place.asTyped(), place.score(), () -> place) > 0;
		}

		Rank rank() {
			Rank known = this.rank;
			if (known == null) {
				known = new Rank(this.asTyped, this.score, id());
				this.rank = known;
			}
			return known;
		}

		private NodeId id() {
			try {
				return new NodeId(this.ids.lookupOrd(this.ordinal).utf8ToString());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public int compareTo(Found other) {
			return compare(other.asTyped, other.score, other::rank);
		}

		/** As {@link Rank}s compare. */
		private int compare(boolean otherAsTyped, float otherScore, Supplier<Rank> other) {
			if (this.asTyped != otherAsTyped) {
				return this.asTyped ? -1 : 1;
			}
			int byScore = Float.compare(otherScore, this.score);
			return (byScore != 0) ? byScore : rank().compareTo(other.get());
		}

	}

}
