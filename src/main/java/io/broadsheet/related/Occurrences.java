package io.broadsheet.related;

import java.util.Arrays;

/**
 * Where an article has which terms, to be counted: a number for each occurrence, of the
 * term's hash and the field, which ordering brings together.
 */
final class Occurrences {

	private static final int FIELD_BITS = 2;

	private long[] entries = new long[1024];

	private int size;

	/**
	 * @param hash the term
	 * @param field 0 for the headline, 1 for the brief, 2 for the body
	 */
	void add(int hash, int field) {
		if (this.size == this.entries.length) {
			this.entries = Arrays.copyOf(this.entries, 2 * this.size);
		}
		this.entries[this.size++] = ((long) hash << FIELD_BITS) | field;
	}

	/** Each term once, with how often it is in each field. */
	TermCounts counted() {
		Arrays.sort(this.entries, 0, this.size);
		int[] hashes = new int[this.size];
		byte[] counts = new byte[this.size];
		int terms = 0;
		for (int start = 0; start < this.size;) {
			int end = endOf(start);
			hashes[terms] = hash(start);
			counts[terms++] = counts(start, end);
			start = end;
		}
		return new TermCounts(Arrays.copyOf(hashes, terms), Arrays.copyOf(counts, terms));
	}

	private int endOf(int start) {
		int end = start + 1;
		while (end < this.size && hash(end) == hash(start)) {
			end++;
		}
		return end;
	}

	private byte counts(int start, int end) {
		int[] fields = new int[1 << FIELD_BITS];
		for (int i = start; i < end; i++) {
			fields[(int) this.entries[i] & (fields.length - 1)]++;
		}
		return Counts.of(fields[0], fields[1], fields[2]);
	}

	private int hash(int index) {
		return (int) (this.entries[index] >> FIELD_BITS);
	}

}
