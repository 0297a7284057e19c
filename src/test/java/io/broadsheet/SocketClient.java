package io.broadsheet;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client on a socket, which says exactly what a test tells it to. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

	/** The protocol that the gateway speaks. */
	public static final String SUBPROTOCOL = "graphql-transport-ws";

	private static final long PATIENCE_SECONDS = 20;

	/** A subscription is there long before so many queries behind it are answered. */
	private static final int ROUND_TRIPS = 5;

	private static final JsonMapper json = JsonMapper.builder().build();

	private final BlockingDeque<JsonNode> received = new LinkedBlockingDeque<>();

	private final CompletableFuture<Closed> closed = new CompletableFuture<>();

	private final StringBuilder part = new StringBuilder();

	private final WebSocket socket;

	private volatile boolean reading = true;

	private SocketClient(WebSocket.Builder builder, URI address) {
		this.socket = builder.buildAsync(address, this).join();
	}

	/**
	 * Opens a socket.
	 * @param address the API's address, over HTTP
	 * @param subprotocol the subprotocol that is offered, if any
	 * @param headers names and values of headers
	 * @return the client
	 */
	public static SocketClient open(URI address, @Nullable String subprotocol, String... headers) {
		return open(HttpClient.newHttpClient(), address, subprotocol, headers);
	}

	private static SocketClient open(HttpClient http, URI address, @Nullable String subprotocol, String... headers) {
		WebSocket.Builder builder = http.newWebSocketBuilder();
		if (subprotocol != null) {
			builder.subprotocols(subprotocol);
		}
		for (int n = 0; n < headers.length; n += 2) {
			builder.header(headers[n], headers[n + 1]);
		}
		return new SocketClient(builder, URI.create(address.toString().replaceFirst("^http", "ws")));
	}

	/**
	 * Opens a socket and connects.
	 * @param address the API's address, over HTTP
	 * @param headers names and values of headers
	 * @return the client
	 */
	public static SocketClient connect(URI address, String... headers) {
		return connect(HttpClient.newHttpClient(), address, headers);
	}

	/**
	 * Opens a socket by a client that may open many, and connects.
	 * @param http the client
	 * @param address the API's address, over HTTP
	 * @param headers names and values of headers
	 * @return the client
	 */
	public static SocketClient connect(HttpClient http, URI address, String... headers) {
		SocketClient client = open(http, address, SUBPROTOCOL, headers);
		client.say("{\"type\":\"connection_init\"}");
		client.hear("connection_ack");
		return client;
	}

	/**
	 * Says something.
	 * @param text what to say, be it JSON or not
	 */
	public void say(String text) {
		this.socket.sendText(text, true).join();
	}

	/**
	 * Asks for an operation.
	 * @param id what to call it
	 * @param query the operation
	 */
	public void subscribe(String id, String query) {
		say(json.writeValueAsString(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", query))));
	}

	/**
	 * Has enough of an operation.
	 * @param id what it was called
	 */
	public void complete(String id) {
		say(json.writeValueAsString(Map.of("id", id, "type", "complete")));
	}

	/** Says something that is no text. */
	public void sayInBytes() {
		this.socket.sendBinary(ByteBuffer.wrap(new byte[] { 1 }), true).join();
	}

	/**
	 * The next message.
	 * @param type the type that it must have
	 * @return the message
	 */
	public JsonNode hear(String type) {
		JsonNode message = hear();
		if (!type.equals(message.path("type").asString())) {
			throw new AssertionError("Expected %s, but was %s".formatted(type, message));
		}
		return message;
	}

	private JsonNode hear() {
		try {
			JsonNode message = this.received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
			if (message == null) {
				throw new AssertionError("Nothing was heard, closed: " + this.closed.getNow(null));
			}
			return message;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Reads nothing more from now on. */
	public void stopReading() {
		this.reading = false;
	}

	/**
	 * Says the same again and again, until it cannot.
	 * @param text what to say
	 * @param times how often
	 */
	public void shout(String text, int times) {
		CompletableFuture<WebSocket> said = CompletableFuture.completedFuture(this.socket);
		for (int n = 0; n < times; n++) {
			said = said.thenCompose((open) -> open.sendText(text, true));
		}
		said.handle((open, failure) -> failure).join();
	}

	/**
	 * Subscribes, and waits until it will hear.
	 * @param id what to call the operation
	 * @param query the operation
	 */
	public void listen(String id, String query) {
		subscribe(id, query);
		Deque<JsonNode> meanwhile = new ArrayDeque<>();
		for (int n = 0; n < ROUND_TRIPS; n++) {
			subscribe("await" + n, "{ __typename }");
			awaitCompletion("await" + n, meanwhile);
		}
		while (!meanwhile.isEmpty()) {
			this.received.addFirst(meanwhile.removeLast());
		}
	}

	private void awaitCompletion(String id, Deque<JsonNode> meanwhile) {
		JsonNode message = hear();
		while (!message.path("type").asString().equals("complete")) {
			if (!message.path("id").asString().equals(id)) {
				meanwhile.add(message);
			}
			message = hear();
		}
	}

	/** Whether everything that was heard was asked for by the test. */
	public boolean hasHeardNothingMore() {
		say("{\"type\":\"ping\"}");
		hear("pong");
		return this.received.isEmpty();
	}

	/** How the socket was closed. */
	public Closed awaitClose() {
		return this.closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
	}

	@Override
	public CompletionStage<?> onText(WebSocket source, CharSequence text, boolean last) {
		this.part.append(text);
		if (last) {
			this.received.add(json.readTree(this.part.toString()));
			this.part.setLength(0);
		}
		if (this.reading) {
			source.request(1);
		}
		return CompletableFuture.completedStage(null);
	}

	@Override
	public CompletionStage<?> onClose(WebSocket source, int code, String reason) {
		this.closed.complete(new Closed(code, reason));
		return CompletableFuture.completedStage(null);
	}

	@Override
	public void onError(WebSocket source, Throwable failure) {
		this.closed.complete(new Closed(1006, Arrays.toString(failure.getStackTrace())));
	}

	@Override
	public void close() {
		this.socket.abort();
	}

	/**
	 * How a socket was closed.
	 *
	 * @param code the code
	 * @param reason why
	 */
	public record Closed(int code, String reason) {
	}

}
