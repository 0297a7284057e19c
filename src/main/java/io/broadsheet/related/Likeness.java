package io.broadsheet.related;

/**
 * What tells whether an article is the same story as another: the cosine between their
 * stems, each counted as one plus the logarithm of how often it stands there.
 */
final class Likeness {

	private static final int SAMPLE = 64;

	private static final int SKETCH_BITS = 1024;

	/** By what {@link Counts} can be. */
	private static final double[] WEIGHTS = weights();

	private final String language;

	private final TermCounts stems;

	private final double square;

	private final long[] sketch = new long[SKETCH_BITS / Long.SIZE];

	Likeness(Traits traits) {
		this.language = traits.primaryLanguage();
		this.stems = traits.stems();
		this.square = square(this.stems);
		for (int i = 0; i < Math.min(SAMPLE, this.stems.size()); i++) {
			int bit = this.stems.hashes()[i] & (SKETCH_BITS - 1);
			this.sketch[bit / Long.SIZE] |= 1L << bit;
		}
	}

	boolean isSameStoryAs(Likeness other) {
		return !differs(other) && this.language.equals(other.language) && cosine(other) > Formula.STANDARD.sameStory();
	}

	/**
	 * Whether few of the lowest hashes can be shared. These are a fair sample of both
	 * (Broder 1997), and of two that are the same story at least half is expected to be
	 * shared.
	 */
	private boolean differs(Likeness other) {
		if (this.stems.size() <= SAMPLE || other.stems.size() <= SAMPLE) {
			return false;
		}
		int shared = 0;
		for (int i = 0; i < this.sketch.length; i++) {
			shared += Long.bitCount(this.sketch[i] & other.sketch[i]);
		}
		return shared < SAMPLE / 3;
	}

	private double cosine(Likeness with) {
		TermCounts one = this.stems;
		TermCounts other = with.stems;
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
		return (shared > 0) ? shared / Math.sqrt(this.square * with.square) : 0;
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
