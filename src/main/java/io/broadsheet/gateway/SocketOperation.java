package io.broadsheet.gateway;

import java.util.Map;

import io.broadsheet.graph.TraceId;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BaseSubscriber;

import org.springframework.graphql.server.WebGraphQlResponse;

/**
 * One operation that runs on a socket. The next result is asked for when the one before
 * is on its way.
 */
class SocketOperation extends BaseSubscriber<Map<String, Object>> {

	private static final Logger logger = LoggerFactory.getLogger(SocketOperation.class);

	private final SocketConnection connection;

	private final String id;

	private final TraceId trace;

	/** Whether it is known to go on for as long as somebody listens. */
	private volatile boolean open;

	private volatile boolean ended;

	SocketOperation(SocketConnection connection, String id, TraceId trace) {
		this.connection = connection;
		this.id = id;
		this.trace = trace;
	}

	/** The results of an answer. */
	Publisher<Map<String, Object>> results(WebGraphQlResponse response) {
		this.open = ResultStream.isOpen(response);
		return ResultStream.of(response, this.trace);
	}

	String id() {
		return this.id;
	}

	boolean isOpen() {
		return this.open;
	}

	/** Ends it, and whatever is done for it, without a word to the client. */
	void end() {
		this.ended = true;
		cancel();
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		subscription.request(1);
	}

	@Override
	protected void hookOnNext(Map<String, Object> result) {
		if (this.ended) {
			return;
		}
		if (ResultStream.isFailure(result)) {
			end();
			this.connection.finish(this, "error", result.get("errors"));
			return;
		}
		this.connection.send("next", this.id, result);
		request(1);
	}

	@Override
	protected void hookOnComplete() {
		if (!this.ended) {
			this.connection.finish(this, "complete", null);
		}
	}

	@Override
	protected void hookOnError(Throwable failure) {
		if (!this.ended) {
			logger.error("An operation failed on a socket, trace {}", this.trace.value(), failure);
			this.connection.close(SocketClosure.internal());
		}
	}

}
