package io.broadsheet.related;

/**
 * How often a term stands in an article, in one byte: fourteen steps from one power of
 * two to the next, from 2⁻⁷ to 2¹¹.
 */
final class Frequency {

	private static final int STEPS = 14;

	private static final int ONE = 98;

	private static final int MOST = 255;

	private Frequency() {
	}

	static int encode(double frequency) {
		double steps = STEPS * Math.log(frequency) / Math.log(2);
		return Math.clamp(Math.round(ONE + steps), 1, MOST);
	}

	/** How much of its full worth a term has by its frequency. */
	static final class Saturation {

		private final float[] byCode = new float[MOST + 1];

		/**
		 * @param half the frequency at which it has half
		 */
		Saturation(double half) {
			for (int code = 1; code <= MOST; code++) {
				double frequency = Math.pow(2, (double) (code - ONE) / STEPS);
				this.byCode[code] = (float) (frequency / (frequency + half));
			}
		}

		float of(int code) {
			return this.byCode[code];
		}

	}

}
