package io.broadsheet.related;

/** What the terms of the article that is asked about are worth, found by their hashes. */
final class Weights {

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
		int slot = slot(hash);
		this.hashes[slot] = hash;
		this.values[slot] = (float) weight;
	}

	/** What a term is worth; 0 if it is not the article's, or says nothing. */
	float of(int hash) {
		return this.values[slot(hash)];
	}

	private int slot(int hash) {
		int slot = (hash * 0x9e3779b1) >>> this.shift;
		while (this.values[slot] != 0 && this.hashes[slot] != hash) {
			slot = (slot + 1) & (this.hashes.length - 1);
		}
		return slot;
	}

}
