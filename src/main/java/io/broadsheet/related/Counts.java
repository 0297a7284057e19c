package io.broadsheet.related;

/**
 * How often something stands in an article's headline, brief and body, in one byte: two
 * bits each for headline and brief, and four for the body, where large numbers are
 * rounded.
 */
final class Counts {

	private static final int[] BODY = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 28, 40, 60 };

	private static final int MOST_ABOVE = 3;

	private Counts() {
	}

	static byte of(int headline, int brief, int body) {
		int code = BODY.length - 1;
		while (BODY[code] > body) {
			code--;
		}
		return (byte) ((Math.min(headline, MOST_ABOVE) << 6) | (Math.min(brief, MOST_ABOVE) << 4) | code);
	}

	/** The sum of what each occurrence is worth where it stands. */
	static double weigh(byte counts, Formula.Fields fields) {
		return weigh(counts, fields.headline(), fields.brief(), fields.body());
	}

	/** The sum of what each occurrence is worth where it stands. */
	static double weigh(byte counts, double headline, double brief, double body) {
		return headline * ((counts >> 6) & MOST_ABOVE) + brief * ((counts >> 4) & MOST_ABOVE)
				+ body * BODY[counts & 15];
	}

}
