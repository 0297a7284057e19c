package io.broadsheet.related;

import java.util.Arrays;

/**
 * Things by number, each with a positive value, of which the most valuable are wanted.
 */
final class Best {

	private final double[] values;

	private final long[] entries;

	private int size;

	/**
	 * @param numbers how many numbers there are
	 */
	Best(int numbers) {
		this.values = new double[numbers];
		this.entries = new long[numbers];
	}

	void add(int number, double value) {
		this.values[number] = value;
		this.entries[this.size++] = entry((float) value, number);
	}

	double value(int number) {
		return this.values[number];
	}

	/** The numbers of the most valuable, best first; of two alike the lower first. */
	int[] best(int most) {
		Arrays.sort(this.entries, 0, this.size);
		int[] best = new int[Math.min(most, this.size)];
		for (int i = 0; i < best.length; i++) {
			best[i] = number(this.entries[this.size - 1 - i]);
		}
		return best;
	}

	/**
	 * Value and number in one, ordered by value and, of two alike, the lower number
	 * first.
	 */
	static long entry(float value, int number) {
		return ((long) Float.floatToIntBits(value) << Integer.SIZE) | (~number & 0xffffffffL);
	}

	static float value(long entry) {
		return Float.intBitsToFloat((int) (entry >>> Integer.SIZE));
	}

	static int number(long entry) {
		return ~(int) entry;
	}

}
