package io.broadsheet.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.broadsheet.gateway.ContentChanges.Validity;

/**
 * An answer that was made once for all who ask the same.
 *
 * @param content its body
 * @param headers what caches are told of it
 * @param asked what was asked
 * @param validity whether it is still what would be answered
 * @param life how long it may be given at all
 */
record KeptAnswer(Content content, Map<String, String> headers, Asked asked, Validity validity, Life life) {

	/** What an answer takes in memory besides its bytes, roughly. */
	private static final int OVERHEAD = 400;

	private static final int TAG = 8;

	/** The same with its body elsewhere. */
	KeptAnswer with(Content copy) {
		return new KeptAnswer(copy, this.headers, this.asked, this.validity, this.life);
	}

	/** Roughly how many bytes it takes in memory. */
	int weight() {
		return OVERHEAD + this.content.weight() + Footprint.of(this.headers) + TAG * this.validity.size();
	}

	/**
	 * What is noted of each request that is answered.
	 *
	 * @param operation the name of the operation
	 * @param document a hash of its document
	 * @param cost what it costs by the schema
	 * @param charge what a client is charged for it
	 * @param deprecated the deprecated fields in it
	 */
	record Asked(String operation, String document, long cost, long charge, Set<String> deprecated) {
	}

	/**
	 * The time in which an answer may be given.
	 *
	 * @param begin when it was made, in milliseconds since the epoch
	 * @param fresh for how long it may be given as it is
	 * @param stale for how long after that, while a new one is made
	 */
	record Life(long begin, Duration fresh, Duration stale) {

		boolean isFresh(long now) {
			return now - this.begin < this.fresh.toMillis();
		}

		boolean isStale(long now) {
			return now - this.begin < this.fresh.plus(this.stale).toMillis();
		}

		/** Its age in seconds. */
		long age(long now) {
			return Math.max(0, now - this.begin) / 1000;
		}

	}

}
