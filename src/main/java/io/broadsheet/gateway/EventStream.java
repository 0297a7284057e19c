package io.broadsheet.gateway;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SignalType;

/**
 * The results of a subscription on their way to a client that takes them as events. The
 * next one is asked for when the one before is written. A stream on which nothing happens
 * says now and then that it is alive.
 */
class EventStream extends BaseSubscriber<Map<String, Object>> implements LiveConnection {

	private static final Logger logger = LoggerFactory.getLogger(EventStream.class);

	private static final byte[] EXPIRED = ServerSentEvents.only(Map.of("errors", List.of(Map.of("message",
			"The token has expired.", "extensions", Map.of(PresentedError.CODE, "UNAUTHENTICATED")))));

	private final EventConnection connection;

	private final LiveConnections connections;

	private final Clock clock;

	private final Duration keepAlive;

	private final @Nullable Instant expiry;

	private volatile Instant written;

	/**
	 * @param connection where the events are written
	 * @param connections where the stream is known for as long as it is open
	 * @param clock what tells that nothing was written for long
	 * @param keepAlive how long that is
	 * @param expiry when the client's right to listen ends, if it does
	 */
	EventStream(EventConnection connection, LiveConnections connections, Clock clock, Duration keepAlive,
			@Nullable Instant expiry) {
		this.connection = connection;
		this.connections = connections;
		this.clock = clock;
		this.keepAlive = keepAlive;
		this.expiry = expiry;
		this.written = clock.instant();
	}

	/** Writes results until there are no more, or nobody listens. */
	void tell(Flux<Map<String, Object>> results) {
		this.connections.add(this);
		results.subscribe(this);
		write(ServerSentEvents.comment());
	}

	private void write(byte[] event) {
		this.written = this.clock.instant();
		try {
			this.connection.write(event);
		}
		catch (IOException ex) {
			logger.debug("A client that listened does not read, or is gone", ex);
			cancel();
		}
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		subscription.request(1);
	}

	@Override
	protected void hookOnNext(Map<String, Object> result) {
		write(ServerSentEvents.next(result));
		request(1);
	}

	@Override
	protected void hookOnComplete() {
		write(ServerSentEvents.complete());
	}

	@Override
	protected void hookOnError(Throwable failure) {
		logger.debug("A stream of events broke", failure);
	}

	@Override
	protected void hookFinally(SignalType ending) {
		this.connections.remove(this);
		this.connection.close();
	}

	@Override
	public void check(Instant now) {
		if (this.expiry != null && !now.isBefore(this.expiry)) {
			later(() -> {
				write(EXPIRED);
				cancel();
			});
		}
		else if (!now.isBefore(this.written.plus(this.keepAlive))) {
			later(() -> write(ServerSentEvents.comment()));
		}
	}

	/** Clients that do not read must not hold up the look at all others. */
	private static void later(Runnable writing) {
		Thread.startVirtualThread(writing);
	}

	/** A client that is not told of the end goes on elsewhere. */
	@Override
	public void drain() {
		cancel();
	}

	@Override
	public void end() {
		cancel();
	}

}
