package io.broadsheet.search;

/**
 * How much a word says: its inverse document frequency as BM25 has it, in steps of an
 * eighth, so that it fits into a byte of a cursor.
 */
final class Weights {

	private static final int STEPS = 8;

	private Weights() {
	}

	/**
	 * The weight of a word.
	 * @param frequency in how many articles it is
	 * @param articles how many articles there are
	 */
	static float of(int frequency, int articles) {
		double rarity = Math.log(1 + (Math.max(articles - frequency, 0) + 0.5) / (frequency + 0.5));
		return ofByte(toByte((float) rarity));
	}

	static byte toByte(float weight) {
		return (byte) Math.clamp(Math.round(weight * STEPS), 1, Byte.MAX_VALUE);
	}

	static float ofByte(byte steps) {
		return (float) steps / STEPS;
	}

}
