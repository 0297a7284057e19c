package io.broadsheet.related;

/**
 * Tells whether two articles are the same story: by the cosine between their stems, each
 * counted as one plus the logarithm of how often it stands there.
 */
final class SameStory {

	private static final int SAMPLE = 48;

	/** By what {@link Counts} can be. */
	private static final double[] WEIGHTS = weights();

	private SameStory() {
	}

	static boolean is(Traits one, Traits other) {
		return one.primaryLanguage().equals(other.primaryLanguage())
				&& cosine(one.stems(), other.stems()) > Formula.STANDARD.sameStory();
	}

	static double cosine(TermCounts one, TermCounts other) {
		if (differ(one, other)) {
			return 0;
		}
		double shared = 0;
		int i = 0;
		int j = 0;
		while (i < one.size() && j < other.size()) {
			int order = Integer.compare(one.hashes()[i], other.hashes()[j]);
			if (order == 0) {
				shared += weight(one.counts()[i]) * weight(other.counts()[j]);
			}
			i += (order <= 0) ? 1 : 0;
			j += (order >= 0) ? 1 : 0;
		}
		return (shared > 0) ? shared / Math.sqrt(square(one) * square(other)) : 0;
	}

	/**
	 * Whether few of the lowest hashes are shared. These are a fair sample of both
	 * (Broder 1997), and of two that are the same story at least half is expected to be
	 * shared.
	 */
	private static boolean differ(TermCounts one, TermCounts other) {
		if (one.size() <= SAMPLE || other.size() <= SAMPLE) {
			return false;
		}
		int shared = 0;
		int i = 0;
		int j = 0;
		while (i < SAMPLE && j < SAMPLE) {
			int order = Integer.compare(one.hashes()[i], other.hashes()[j]);
			shared += (order == 0) ? 1 : 0;
			i += (order <= 0) ? 1 : 0;
			j += (order >= 0) ? 1 : 0;
		}
		return shared < SAMPLE / 4;
	}

	private static double square(TermCounts terms) {
		double sum = 0;
		for (byte counts : terms.counts()) {
			sum += weight(counts) * weight(counts);
		}
		return sum;
	}

	private static double weight(byte counts) {
		return WEIGHTS[counts & 0xff];
	}

	private static double[] weights() {
		double[] weights = new double[256];
		for (int code = 1; code < weights.length; code++) {
			weights[code] = 1 + Math.log(Math.max(1, Counts.weigh((byte) code, 1, 1, 1)));
		}
		return weights;
	}

}
