package io.broadsheet.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import graphql.incremental.DelayedIncrementalPartialResult;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.graphql.server.WebGraphQlResponse;

/**
 * Writes an answer whose deferred fragments follow when they are ready. What was not
 * deferred is with the client before work on the rest begins; when the client leaves,
 * that work ends.
 */
class PartsWriter {

	/** How soon it is noticed that a client has gone. */
	private static final long PROBE_MILLIS = 250;

	private final Scheduler threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

	private final JsonMapper json = JsonMapper.builder().build();

	/**
	 * Writes an answer and all that follows it.
	 * @param following what follows, null if nothing was deferred
	 */
	void write(WebGraphQlResponse answer, @Nullable Publisher<DelayedIncrementalPartialResult> following,
			IncrementalFormat format, HttpServletResponse response) throws IOException {
		PartsStream parts = new PartsStream(format, this.json, response);
		if (following == null) {
			parts.write(format.first(answer.toMap(), List.of(), false), true);
			return;
		}
		Delivery delivery = new Delivery(answer, format);
		parts.write(delivery.first(), false);
		BlockingQueue<Signal<DelayedIncrementalPartialResult>> signals = new LinkedBlockingQueue<>();
		Disposable work = Flux.from(following).materialize().subscribeOn(this.threads).subscribe(signals::add);
		try {
			while (!delivery.isDone()) {
				deliver(signals, delivery, parts);
			}
		}
		finally {
			delivery.stop();
			work.dispose();
		}
	}

	private static void deliver(BlockingQueue<Signal<DelayedIncrementalPartialResult>> signals, Delivery delivery,
			PartsStream parts) throws IOException {
		Signal<DelayedIncrementalPartialResult> signal = await(signals);
		if (signal == null && !delivery.isLate()) {
			parts.pad();
			return;
		}
		Map<String, Object> content = delivery.next((signal != null) ? signal.get() : null);
		if (content != null) {
			parts.write(content, delivery.isDone());
		}
	}

	private static @Nullable Signal<DelayedIncrementalPartialResult> await(
			BlockingQueue<Signal<DelayedIncrementalPartialResult>> signals) throws IOException {
		try {
			return signals.poll(PROBE_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("The server is shutting down", ex);
		}
	}

}
