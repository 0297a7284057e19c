package io.broadsheet.share;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The shares of one article in one window, summed in slots of a sixtieth of the window
 * each, so that a trend costs the same however many shares there are.
 *
 * <p>
 * A share that is {@code a} old weighs {@code 2^(-a/h)} with a half-life {@code h} of a
 * quarter of the window: exponential decay, by which a share at the window's end weighs a
 * sixteenth of a new one (Cormode, Shkapenyuk, Srivastava, Xu: "Forward Decay", ICDE
 * 2009). The k-th share of the same sharer on one day weighs {@code 5^(1-k)} of that, so
 * that a burst of one never weighs more than 1.25 shares.
 */
final class ShareTrend {

	private static final int SLOTS = 60;

	private static final double HALF_LIVES_PER_WINDOW = 4;

	private static final double REPETITION = 5;

	/** What a share weighs by the number of slots that it is old. */
	private static final double[] DECAY = IntStream.range(0, SLOTS)
		.mapToDouble((age) -> Math.pow(2, -HALF_LIVES_PER_WINDOW * age / SLOTS))
		.toArray();

	private final long slotMillis;

	private final long[] slots = new long[SLOTS];

	private final int[] shares = new int[SLOTS];

	private final double[] weights = new double[SLOTS];

	private long newest = Long.MIN_VALUE;

	ShareTrend(TrendingWindow window) {
		this.slotMillis = window.length().toMillis() / SLOTS;
		Arrays.fill(this.slots, Long.MIN_VALUE);
	}

	/**
	 * Adds a share.
	 * @param at when, in milliseconds of the epoch
	 * @param repetition which of its sharer's it is, from 1
	 */
	synchronized void add(long at, int repetition) {
		long slot = at / this.slotMillis;
		int place = place(slot);
		if (this.slots[place] > slot) {
			return;
		}
		if (this.slots[place] < slot) {
			this.slots[place] = slot;
			this.shares[place] = 0;
			this.weights[place] = 0;
		}
		this.newest = Math.max(this.newest, slot);
		this.shares[place]++;
		this.weights[place] += Math.pow(REPETITION, 1 - repetition);
	}

	/**
	 * What it amounts to.
	 * @param now when, in milliseconds of the epoch
	 */
	synchronized Sum sum(long now) {
		int count = 0;
		double score = 0;
		for (int place = 0; place < SLOTS; place++) {
			if (!isOver(this.slots[place], now)) {
				count += this.shares[place];
				score += this.weights[place] * DECAY[(int) Math.max(0, now / this.slotMillis - this.slots[place])];
			}
		}
		return new Sum(count, score);
	}

	/**
	 * Whether all its shares are older than the window.
	 * @param now when, in milliseconds of the epoch
	 */
	synchronized boolean isOver(long now) {
		return isOver(this.newest, now);
	}

	private boolean isOver(long slot, long now) {
		return slot <= now / this.slotMillis - SLOTS;
	}

	private static int place(long slot) {
		return (int) Math.floorMod(slot, (long) SLOTS);
	}

	/**
	 * A trend at one moment.
	 *
	 * @param shares how many shares the window has
	 * @param score what they weigh
	 */
	record Sum(int shares, double score) {
	}

}
