package io.broadsheet.gateway;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * The results of a subscription on their way to a client that takes them as events. It
 * listens before it is open, since a client that sees it begin may cause an event at
 * once; what it hears meanwhile waits. The next result is asked for when the one before
 * is written. A stream on which nothing happens says now and then that it is alive.
 */
class EventStream extends BaseSubscriber<byte[]> implements LiveConnection {

	private static final Logger logger = LoggerFactory.getLogger(EventStream.class);

	private static final byte[] EXPIRED = ServerSentEvents.only(Map.of("errors", List.of(Map.of("message",
			"The token has expired.", "extensions", Map.of(PresentedError.CODE, "UNAUTHENTICATED")))));

	private final LiveConnections connections;

	private final Clock clock;

	private final Duration keepAlive;

	private final @Nullable Instant expiry;

	private volatile Instant written;

	private volatile @Nullable EventConnection connection;

	/**
	 * @param connections where the stream is known for as long as it is open
	 * @param clock what tells that nothing was written for long
	 * @param keepAlive how long that is
	 * @param expiry when the client's right to listen ends, if it does
	 */
	EventStream(LiveConnections connections, Clock clock, Duration keepAlive, @Nullable Instant expiry) {
		this.connections = connections;
		this.clock = clock;
		this.keepAlive = keepAlive;
		this.expiry = expiry;
		this.written = clock.instant();
	}

	/** Listens to results, and to their end. */
	void listen(Flux<Map<String, Object>> results) {
		results.map(ServerSentEvents::next).concatWith(Mono.fromSupplier(ServerSentEvents::complete)).subscribe(this);
	}

	/**
	 * Writes what is heard until there is no more, or nobody listens.
	 * @param to where it is written
	 */
	void open(EventConnection to) {
		this.connection = to;
		this.connections.add(this);
		if (isDisposed()) {
			close();
		}
		else {
			write(ServerSentEvents.comment());
			request(1);
		}
	}

	private void write(byte[] event) {
		this.written = this.clock.instant();
		try {
			Objects.requireNonNull(this.connection).write(event);
		}
		catch (IOException ex) {
			logger.debug("A client that listened does not read, or is gone", ex);
			cancel();
		}
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		// The first result is asked for when there is somewhere to write it.
	}

	@Override
	protected void hookOnNext(byte[] event) {
		write(event);
		request(1);
	}

	@Override
	protected void hookOnError(Throwable failure) {
		logger.debug("A stream of events broke", failure);
	}

	@Override
	protected void hookFinally(SignalType ending) {
		close();
	}

	private void close() {
		this.connections.remove(this);
		EventConnection open = this.connection;
		if (open != null) {
			open.close();
		}
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
