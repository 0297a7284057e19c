package io.broadsheet.gateway;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.netflix.concurrency.limits.Limiter;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limiter.SimpleLimiter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * How much is being done, and whether more can be. So many operations are worked on at
 * once as keep processors and store busy; more of them would only wait for each other.
 * Others wait for their turn, as many as get it within the latency that is wanted: that
 * number rises by one with each operation that was fast enough, and falls by a fiftieth
 * with each that was not. Whoever comes beyond it is sent away at once.
 *
 * @see <a href="https://github.com/Netflix/concurrency-limits">Netflix's
 * concurrency-limits</a>
 */
@Component
class Load {

	private static final String REASON = "load";

	private static final int FEWEST = 64;

	private static final int FIRST = 256;

	private static final double BACKOFF = 0.98;

	private final SimpleLimiter<Void> limiter;

	private final Semaphore workers;

	private final Shedding shedding;

	private final Refusals refusals;

	Load(LoadSettings settings, Clock clock, Refusals refusals, MeterRegistry meters) {
		int most = settings.inFlight();
		this.limiter = SimpleLimiter.newBuilder()
			.limit(AIMDLimit.newBuilder()
				.minLimit(Math.min(FEWEST, most))
				.initialLimit(Math.min(FIRST, most))
				.maxLimit(most)
				.backoffRatio(BACKOFF)
				.timeout(settings.latency().toMillis(), TimeUnit.MILLISECONDS)
				.build())
			.build();
		this.workers = new Semaphore(settings.workers(), true);
		this.shedding = new Shedding(clock);
		this.refusals = refusals;
		meters.gauge("broadsheet.load.limit", this.limiter, SimpleLimiter::getLimit);
		meters.gauge("broadsheet.load.in-flight", this.limiter, SimpleLimiter::getInflight);
	}

	/** Whether there is no room for one more, who is to be sent away then. */
	boolean sendsAway() {
		boolean isFull = this.limiter.getInflight() >= this.limiter.getLimit();
		if (isFull) {
			noteOneSentAway();
		}
		return isFull;
	}

	private void noteOneSentAway() {
		this.shedding.happened();
		this.refusals.count(REASON);
	}

	/** Whether clients have been sent away for a while, so that others do better. */
	boolean isOverloaded(Duration least) {
		return this.shedding.hasLasted(least);
	}

	/**
	 * Takes a place, and waits for its turn.
	 * @return the place, or nothing if there is none for whoever is to be sent away then
	 */
	Optional<Place> enter() {
		Optional<Limiter.Listener> place = this.limiter.acquire(null);
		if (place.isEmpty()) {
			noteOneSentAway();
		}
		return place.map(this::waitForTurn);
	}

	private Place waitForTurn(Limiter.Listener place) {
		this.workers.acquireUninterruptibly();
		return new Place(place);
	}

	/** The right to work on one operation. */
	final class Place implements AutoCloseable {

		private final Limiter.Listener listener;

		private Place(Limiter.Listener listener) {
			this.listener = listener;
		}

		@Override
		public void close() {
			Load.this.workers.release();
			this.listener.onSuccess();
		}

	}

}
