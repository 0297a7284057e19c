package io.broadsheet.related;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * An article's pairs, looked up in all segments of the index once: in how many articles
 * each is, and where.
 */
final class FoundPairs {

	private final @Nullable PairPostings[] postings;

	private final @Nullable PairRuns[] runs;

	private final int[] frequencies;

	/**
	 * @param postings by segment
	 * @param hashes the pairs in ascending order
	 */
	FoundPairs(@Nullable PairPostings[] postings, int[] hashes) throws IOException {
		this.postings = postings;
		this.runs = new PairRuns[postings.length];
		this.frequencies = new int[hashes.length];
		for (int segment = 0; segment < postings.length; segment++) {
			PairPostings some = postings[segment];
			if (some != null) {
				PairRuns found = some.find(hashes);
				this.runs[segment] = found;
				for (int i = 0; i < hashes.length; i++) {
					this.frequencies[i] += found.count(i);
				}
			}
		}
	}

	/** How many articles have each, to be corrected by those that are gone. */
	int[] frequencies() {
		return this.frequencies;
	}

	/**
	 * Adds what pairs are worth to the sum of each article that has them.
	 * @param segment the number of the articles' segment
	 * @param seeds which pairs
	 * @param base what to add to the segment's documents
	 * @param sums where to
	 */
	void addUp(int segment, PairSeeds seeds, int base, Sums sums) throws IOException {
		PairPostings some = this.postings[segment];
		PairRuns found = this.runs[segment];
		for (int i = 0; some != null && found != null && i < seeds.size(); i++) {
			some.addUp(found, seeds.index(i), seeds.weight(i), seeds.saturation(), base, sums);
		}
	}

}
