package io.broadsheet.related;

/**
 * Where some pairs have their articles among a segment's postings: of each pair the
 * bucket, and which of the bucket's postings are the pair's.
 */
final class PairRuns {

	/** Where each pair's bucket begins. */
	private final int[] starts;

	/** How many postings it has. */
	private final int[] sizes;

	/** Which of them is the pair's first. */
	private final int[] firsts;

	private final int[] counts;

	/**
	 * @param pairs how many pairs there are
	 */
	PairRuns(int pairs) {
		this.starts = new int[pairs];
		this.sizes = new int[pairs];
		this.firsts = new int[pairs];
		this.counts = new int[pairs];
	}

	void putBucket(int pair, int start, int end) {
		this.starts[pair] = start;
		this.sizes[pair] = end - start;
	}

	void put(int pair, int first, int end) {
		this.firsts[pair] = first;
		this.counts[pair] = end - first;
	}

	int start(int pair) {
		return this.starts[pair];
	}

	int size(int pair) {
		return this.sizes[pair];
	}

	int first(int pair) {
		return this.firsts[pair];
	}

	/** How many articles have a pair. */
	int count(int pair) {
		return this.counts[pair];
	}

}
