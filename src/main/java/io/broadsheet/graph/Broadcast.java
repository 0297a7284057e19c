package io.broadsheet.graph;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
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

	private final Set<FluxSink<T>> listeners = ConcurrentHashMap.newKeySet();

	/**
	 * What is told while somebody listens.
	 * @param wanted what of it they want to hear; asked by whoever tells, before that
	 * returns
	 * @return it, in the order in which it is told
	 */
	public Flux<T> listen(Predicate<T> wanted) {
		return Flux.create(this::register, FluxSink.OverflowStrategy.IGNORE)
			.filter(wanted)
			.onBackpressureBuffer(MAX_WAITING)
			.publishOn(LISTENING, 1);
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
		this.listeners.forEach((listener) -> listener.next(news));
	}

	/**
	 * Ends for all who listen, since something happened that cannot be told.
	 * @param failure why it ends
	 */
	public void fail(Throwable failure) {
		this.listeners.forEach((listener) -> listener.error(failure));
	}

	private void register(FluxSink<T> listener) {
		this.listeners.add(listener);
		listener.onDispose(() -> this.listeners.remove(listener));
	}

}
