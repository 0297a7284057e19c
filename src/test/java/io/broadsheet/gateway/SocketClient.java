package io.broadsheet.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client on a socket, which says exactly what a test tells it to. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {

	private static final long PATIENCE_SECONDS = 20;

	private static final JsonMapper json = JsonMapper.builder().build();

	private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();

	private final CompletableFuture<Closed> closed = new CompletableFuture<>();

	private final StringBuilder part = new StringBuilder();

	private final WebSocket socket;

	private boolean reads = true;

	private SocketClient(WebSocket.Builder builder, URI address) {
		this.socket = builder.buildAsync(address, this).join();
	}

	/**
	 * Opens a socket.
	 * @param address the API's address, over HTTP
	 * @param subprotocol the subprotocol that is offered, if any
	 * @param headers names and values of headers
	 */
	static SocketClient open(URI address, @Nullable String subprotocol, String... headers) {
		WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
		if (subprotocol != null) {
			builder.subprotocols(subprotocol);
		}
		for (int n = 0; n < headers.length; n += 2) {
			builder.header(headers[n], headers[n + 1]);
		}
		return new SocketClient(builder, URI.create(address.toString().replaceFirst("^http", "ws")));
	}

	/** Opens a socket and connects. */
	static SocketClient connect(URI address, String... headers) {
		SocketClient client = open(address, GraphQlSocket.SUBPROTOCOL, headers);
		client.say("{\"type\":\"connection_init\"}");
		client.hear("connection_ack");
		return client;
	}

	/** Says something, be it JSON or not. */
	void say(String text) {
		this.socket.sendText(text, true).join();
	}

	/** Asks for an operation. */
	void subscribe(String id, String query) {
		say(json.writeValueAsString(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", query))));
	}

	void complete(String id) {
		say(json.writeValueAsString(Map.of("id", id, "type", "complete")));
	}

	void sayInBytes() {
		this.socket.sendBinary(java.nio.ByteBuffer.wrap(new byte[] { 1 }), true).join();
	}

	/** Reads nothing from now on. */
	void stopReading() {
		this.reads = false;
	}

	/** The next message, which must be of a type. */
	JsonNode hear(String type) {
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

	/** Whether everything that was heard was asked for by the test. */
	boolean hasHeardNothingMore() {
		say("{\"type\":\"ping\"}");
		hear("pong");
		return this.received.isEmpty();
	}

	/** How the socket was closed. */
	Closed awaitClose() {
		return this.closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
	}

	@Override
	public CompletionStage<?> onText(WebSocket source, CharSequence text, boolean last) {
		this.part.append(text);
		if (last) {
			this.received.add(json.readTree(this.part.toString()));
			this.part.setLength(0);
		}
		if (this.reads) {
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
	record Closed(int code, String reason) {
	}

}
