package io.broadsheet.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads what clients say on sockets. Whatever is no message of the protocol closes the
 * socket, as the protocol demands.
 */
class SocketMessageReader {

	private final StrictJson json = new StrictJson();

	/**
	 * Reads one message.
	 * @throws SocketClosure if it is none that a client may send
	 */
	SocketMessage read(String text) {
		try {
			return message(this.json.read(text.getBytes(StandardCharsets.UTF_8), "The message"));
		}
		catch (RefusedRequest ex) {
			throw SocketClosure.badRequest(ex.reason());
		}
	}

	private static SocketMessage message(@Nullable Object value) {
		if (!(value instanceof Map<?, ?> message)) {
			throw SocketClosure.badRequest("A message must be a JSON object");
		}
		if (!(message.get("type") instanceof String type)) {
			throw SocketClosure.badRequest("A message must have a type");
		}
		return switch (type) {
			case "connection_init" -> new SocketMessage.ConnectionInit(orEmpty(payload(message)));
			case "ping" -> new SocketMessage.Ping(payload(message));
			case "pong" -> pong(message);
			case "subscribe" -> new SocketMessage.Subscribe(id(message), parameters(message));
			case "complete" -> new SocketMessage.Complete(id(message));
			default -> throw SocketClosure.badRequest("A client sends no message of this type");
		};
	}

	private static SocketMessage pong(Map<?, ?> message) {
		payload(message);
		return new SocketMessage.Pong();
	}

	private static GraphQlParameters parameters(Map<?, ?> message) {
		return GraphQlParameters.of(orEmpty(payload(message)));
	}

	private static @Nullable Map<?, ?> payload(Map<?, ?> message) {
		Object payload = message.get("payload");
		if (payload != null && !(payload instanceof Map)) {
			throw SocketClosure.badRequest("A payload must be a JSON object");
		}
		return (Map<?, ?>) payload;
	}

	private static Map<?, ?> orEmpty(@Nullable Map<?, ?> payload) {
		return (payload != null) ? payload : Map.of();
	}

	private static String id(Map<?, ?> message) {
		if (!(message.get("id") instanceof String id) || id.isEmpty()) {
			throw SocketClosure.badRequest("This message must have an id: a string that is not empty");
		}
		return id;
	}

}
