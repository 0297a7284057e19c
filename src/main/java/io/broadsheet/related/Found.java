package io.broadsheet.related;

import org.apache.lucene.index.TermState;
import org.jspecify.annotations.Nullable;

/** What was found of terms in the segments of the index. */
final class Found {

	private final int[] frequencies;

	private final @Nullable TermState[][] places;

	Found(int[] frequencies, @Nullable TermState[][] places) {
		this.frequencies = frequencies;
		this.places = places;
	}

	/** How many articles have each. */
	int[] frequencies() {
		return this.frequencies;
	}

	/**
	 * Where some of them are in each segment, by the segment's number; null where one is
	 * not.
	 */
	@Nullable TermState[][] places(int[] indexes) {
		@Nullable TermState[][] some = new TermState[this.places.length][indexes.length];
		for (int leaf = 0; leaf < some.length; leaf++) {
			for (int i = 0; i < indexes.length; i++) {
				some[leaf][i] = this.places[leaf][indexes[i]];
			}
		}
		return some;
	}

	/** The same among more terms, of which nothing is known. */
	Found spread(int[] indexes, int size) {
		Found all = new Found(new int[size], new TermState[this.places.length][size]);
		for (int i = 0; i < indexes.length; i++) {
			all.frequencies[indexes[i]] = this.frequencies[i];
			for (int leaf = 0; leaf < this.places.length; leaf++) {
				all.places[leaf][indexes[i]] = this.places[leaf][i];
			}
		}
		return all;
	}

}
