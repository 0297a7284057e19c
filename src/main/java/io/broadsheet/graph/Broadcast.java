package io.broadsheet.graph;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tells many listeners what happens from when they begin to listen: what subscriptions
 * are made of. Whoever tells never waits for a listener. A listener who falls behind too
 * far hears an error.
 *
 * @param <T> what is told
 */
public final class Broadcast<T> {

	/** How much may wait for one listener. */
	static final int MAX_WAITING = 1_000;

	private static final Scheduler LISTENING = Schedulers
		.fromExecutor((task) -> Thread.ofVirtual().name("broadcast").start(task));

	private final Set<Listener<T>> listeners = ConcurrentHashMap.newKeySet();

	/**
	 * What is told while somebody listens.
	 * @param wanted what of it they want to hear; asked by whoever tells, before that
	 * returns
	 * @return it, in the order in which it is told
	 */
	public Flux<T> listen(Predicate<T> wanted) {
		return Flux.defer(() -> {
			Listener<T> listener = new Listener<>(wanted);
			this.listeners.add(listener);
			return listener.heard().doFinally((signal) -> this.listeners.remove(listener));
		}).publishOn(LISTENING, 1);
	}

	/** Whether anybody listens. */
	public boolean isHeard() {
		return !this.listeners.isEmpty();
	}

	/**
	 * Tells something to all who listen.
	 * @param news what happened
	 */
	public void tell(T news) {
		this.listeners.forEach((listener) -> listener.hear(news));
	}

	/**
	 * Ends for all who listen, since something happened that cannot be told.
	 * @param failure why it ends
	 */
	public void fail(Throwable failure) {
		this.listeners.forEach((listener) -> listener.end(failure));
	}

	/** One who listens. What waits for them takes no room before there is any. */
	private static final class Listener<T> {

		private final Predicate<T> wanted;

		private final Sinks.Many<T> sink = Sinks.unsafe()
			.many()
			.unicast()
			.onBackpressureBuffer(new LinkedBlockingQueue<>(MAX_WAITING));

		Listener(Predicate<T> wanted) {
			this.wanted = wanted;
		}

		Flux<T> heard() {
			return this.sink.asFlux();
		}

		void hear(T news) {
			if (this.wanted.test(news)) {
				emit(news);
			}
		}

		private synchronized void emit(T news) {
			if (this.sink.tryEmitNext(news) == Sinks.EmitResult.FAIL_OVERFLOW) {
				end(Exceptions.failWithOverflow());
			}
		}

		synchronized void end(Throwable failure) {
			this.sink.tryEmitError(failure);
		}

	}

}
