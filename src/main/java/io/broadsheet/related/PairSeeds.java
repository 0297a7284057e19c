package io.broadsheet.related;

import java.io.IOException;

/** Pairs that find candidates. */
final class PairSeeds {

	private final FoundPairs found;

	private final int[] indexes;

	private final float[] weights;

	private final Frequency.Saturation saturation;

	/**
	 * @param found an article's pairs, as they were looked up
	 * @param indexes which of them
	 * @param weights what each of these is worth in full
	 * @param saturation how much of that it is worth by its frequency
	 */
	PairSeeds(FoundPairs found, int[] indexes, float[] weights, Frequency.Saturation saturation) {
		this.found = found;
		this.indexes = indexes;
		this.weights = weights;
		this.saturation = saturation;
	}

	int size() {
		return this.indexes.length;
	}

	int index(int seed) {
		return this.indexes[seed];
	}

	float weight(int seed) {
		return this.weights[seed];
	}

	Frequency.Saturation saturation() {
		return this.saturation;
	}

	/**
	 * Adds what they are worth to the sum of each article that has them.
	 * @param segment the number of the articles' segment
	 * @param base what to add to the segment's documents
	 * @param sums where to
	 */
	void addUp(int segment, int base, Sums sums) throws IOException {
		this.found.addUp(segment, this, base, sums);
	}

}
