package io.broadsheet.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.graphql.server.WebGraphQlRequest;

/**
 * One client's connection on a socket: what it may say when, by the protocol
 * {@code graphql-transport-ws}. Messages are taken one after the other; operations run
 * beside them.
 *
 * @see <a href=
 * "https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">PROTOCOL.md</a>
 */
class SocketConnection implements LiveConnection {

	private static final Logger logger = LoggerFactory.getLogger(SocketConnection.class);

	private final SocketOutput output;

	private final SocketServices services;

	private final SocketPatience patience;

	private final SocketMessageReader reader = new SocketMessageReader();

	private final Map<String, SocketOperation> operations = new ConcurrentHashMap<>();

	/** Who it is, as far as that is known. */
	private volatile Sender sender;

	private volatile boolean initialised;

	private volatile boolean acknowledged;

	private volatile boolean draining;

	SocketConnection(Sender sender, SocketOutput output, SocketServices services) {
		this.sender = sender;
		this.output = output;
		this.services = services;
		this.patience = new SocketPatience(services.settings(), services.clock());
	}

	/** Takes a message from the client. */
	void take(String text) {
		this.patience.heard();
		try {
			switch (this.reader.read(text)) {
				case SocketMessage.ConnectionInit init -> initialise(init);
				case SocketMessage.Ping ping -> this.output.send("pong", null, ping.payload());
				case SocketMessage.Pong pong -> {
				}
				case SocketMessage.Subscribe subscribe -> subscribe(subscribe);
				case SocketMessage.Complete complete -> complete(complete.id());
			}
		}
		catch (SocketClosure ex) {
			close(ex);
		}
		catch (RuntimeException ex) {
			logger.error("A message on a socket could not be taken", ex);
			close(SocketClosure.internal());
		}
	}

	/** Notes that the client's machine has answered. */
	void heard() {
		this.patience.heard();
	}

	private void initialise(SocketMessage.ConnectionInit init) {
		if (this.initialised) {
			throw SocketClosure.tooManyInitialisations();
		}
		this.initialised = true;
		this.sender = this.sender.as(this.services.signIn().viewer(init.payload(), this.sender.viewer()));
		this.acknowledged = true;
		this.output.send("connection_ack", null, null);
	}

	private void subscribe(SocketMessage.Subscribe message) {
		if (!this.acknowledged) {
			throw SocketClosure.unauthorized();
		}
		TraceParent trace = TraceParent.of(null, this.services.random());
		SocketOperation operation = new SocketOperation(this, message.id(), trace.id());
		if (this.operations.containsKey(message.id())) {
			throw SocketClosure.subscriberExists(message.id());
		}
		if (this.operations.size() >= this.services.settings().maxOperations()) {
			refuse(message.id(), trace);
			return;
		}
		this.operations.put(message.id(), operation);
		WebGraphQlRequest request = this.sender.ask(message.parameters(), trace, Map.of());
		this.services.handler()
			.handleRequest(request)
			.flatMapMany(operation::results)
			.subscribeOn(this.services.threads())
			.subscribe(operation);
	}

	private void refuse(String id, TraceParent trace) {
		int limit = this.services.settings().maxOperations();
		send("error", id,
				List.of(Map.of("message", "%d operations run on this socket already, and no more may.".formatted(limit),
						"extensions",
						Map.of(PresentedError.CODE, "RATE_LIMITED", "limit", limit, "help",
								"Complete one of them first, or open another socket.", "traceId",
								trace.id().value()))));
	}

	private void complete(String id) {
		SocketOperation operation = this.operations.remove(id);
		if (operation != null) {
			operation.end();
			closeIfDrained();
		}
	}

	void send(String type, String id, Object payload) {
		this.output.send(type, id, payload);
	}

	/** Tells the client that an operation is over, whose id can be used again. */
	void finish(SocketOperation operation, String type, @Nullable Object payload) {
		if (this.operations.remove(operation.id(), operation)) {
			this.output.send(type, operation.id(), payload);
			closeIfDrained();
		}
	}

	void close(SocketClosure closure) {
		endOperations();
		this.output.close(closure);
	}

	/** The socket is closed, whoever closed it. */
	void closed() {
		endOperations();
		this.services.connections().remove(this);
	}

	private void endOperations() {
		this.operations.values().forEach(SocketOperation::end);
		this.operations.clear();
	}

	@Override
	public void check(Instant now) {
		Instant expiry = this.sender.viewer().expiresAt();
		if (expiry != null && !now.isBefore(expiry)) {
			later(() -> close(SocketClosure.forbidden("The token has expired")));
		}
		else {
			switch (this.patience.at(now, this.acknowledged)) {
				case WAIT -> {
				}
				case ASK -> later(this.output::knock);
				case GIVE_UP -> later(() -> close(SocketClosure.tooSlow()));
				case NEVER_CONNECTED -> later(() -> close(SocketClosure.initialisationTimeout()));
			}
		}
	}

	/** Clients that do not read must not hold up the look at all others. */
	private static void later(Runnable task) {
		Thread.startVirtualThread(task);
	}

	@Override
	public void drain() {
		this.draining = true;
		this.operations.values().stream().filter(SocketOperation::isOpen).forEach((operation) -> {
			this.operations.remove(operation.id(), operation);
			operation.end();
		});
		closeIfDrained();
	}

	private void closeIfDrained() {
		if (this.draining && this.operations.isEmpty()) {
			close(SocketClosure.goingAway());
		}
	}

	@Override
	public void end() {
		close(SocketClosure.goingAway());
	}

}
