package io.broadsheet.gateway;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/**
 * The results of a subscription on their way to a client that takes them as events. The
 * next one is asked for when the one before is written, by the thread of the request,
 * which also says now and then that the connection is alive.
 */
class EventStream extends BaseSubscriber<Map<String, Object>> implements LiveConnection {

	private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();

	private final @Nullable Instant expiry;

	private final @Nullable ServerConnection connection = ServerConnection.current();

	/**
	 * @param expiry when the client's right to listen ends, if it does
	 */
	EventStream(@Nullable Instant expiry) {
		this.expiry = expiry;
	}

	/**
	 * Writes results until there are no more, or nobody listens.
	 * @param results the results
	 * @param events where they are written
	 * @param keepAlive how often to say that the connection is alive
	 * @throws IOException if the client is gone
	 */
	void write(Flux<Map<String, Object>> results, ServerSentEvents events, Duration keepAlive) throws IOException {
		try {
			results.subscribe(this);
			events.comment();
			while (writeNext(events, keepAlive)) {
				// What is written asks for the next.
			}
		}
		finally {
			cancel();
		}
	}

	private boolean writeNext(ServerSentEvents events, Duration keepAlive) throws IOException {
		Step step = await(keepAlive);
		switch (step) {
			case null -> events.comment();
			case Result(Map<String, Object> result) -> {
				events.next(result);
				request(1);
			}
			case Completion completion -> events.complete();
			case Break cut -> {
			}
		}
		return step == null || step instanceof Result;
	}

	private @Nullable Step await(Duration keepAlive) {
		try {
			return this.steps.poll(keepAlive.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Break();
		}
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		subscription.request(1);
	}

	@Override
	protected void hookOnNext(Map<String, Object> result) {
		this.steps.add(new Result(result));
	}

	@Override
	protected void hookOnComplete() {
		this.steps.add(new Completion());
	}

	@Override
	protected void hookOnError(Throwable failure) {
		this.steps.add(new Break());
	}

	@Override
	public void check(Instant now) {
		if (this.connection != null && this.connection.isGone()) {
			end();
		}
		else if (this.expiry != null && !now.isBefore(this.expiry)) {
			cancel();
			this.steps.add(new Result(Map.of("errors", List.of(Map.of("message", "The token has expired.", "extensions",
					Map.of(PresentedError.CODE, "UNAUTHENTICATED"))))));
			this.steps.add(new Completion());
		}
	}

	/** A client that is not told of the end goes on elsewhere. */
	@Override
	public void drain() {
		end();
	}

	@Override
	public void end() {
		this.steps.add(new Break());
	}

	/** What there is to do next. */
	private sealed interface Step {

	}

	/**
	 * A result is to be written.
	 *
	 * @param result the result
	 */
	private record Result(Map<String, Object> result) implements Step {
	}

	/** There are no more. */
	private record Completion() implements Step {
	}

	/** The connection is to be closed. */
	private record Break() implements Step {
	}

}
