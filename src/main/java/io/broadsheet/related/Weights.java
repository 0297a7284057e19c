package io.broadsheet.related;

/** What the terms of the article that is asked about are worth, found by their hashes. */
final class Weights {

	private static final int FILTER_BITS = 13;

	/**
	 * Tells of most other articles' terms, without a look further, that they are not
	 * here.
	 */
	private final long[] filter = new long[1 << (FILTER_BITS - 6)];

	private final int[] hashes;

	private final float[] values;

	private final int shift;

	/**
	 * @param size how many terms there will be at most
	 */
	Weights(int size) {
		int bits = Math.max(4, 34 - Integer.numberOfLeadingZeros(size));
		this.hashes = new int[1 << bits];
		this.values = new float[1 << bits];
		this.shift = Integer.SIZE - bits;
	}

	void put(int hash, double weight) {
		int bit = mixed(hash) >>> (Integer.SIZE - FILTER_BITS);
		this.filter[bit >>> 6] |= 1L << bit;
		int slot = slot(hash);
		this.hashes[slot] = hash;
		this.values[slot] = (float) weight;
	}

	/** What a term is worth; 0 if it is not the article's, or says nothing. */
	float of(int hash) {
		int bit = mixed(hash) >>> (Integer.SIZE - FILTER_BITS);
		return ((this.filter[bit >>> 6] & (1L << bit)) != 0) ? this.values[slot(hash)] : 0;
	}

	private int slot(int hash) {
		int slot = mixed(hash) >>> this.shift;
		while (this.values[slot] != 0 && this.hashes[slot] != hash) {
			slot = (slot + 1) & (this.hashes.length - 1);
		}
		return slot;
	}

	private static int mixed(int hash) {
		return hash * 0x9e3779b1;
	}

}
