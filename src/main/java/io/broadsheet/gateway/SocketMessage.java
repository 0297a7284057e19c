package io.broadsheet.gateway;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a client says on a socket. */
sealed interface SocketMessage {

	/**
	 * That it wants to connect.
	 *
	 * @param payload what it tells of itself, such as its token
	 */
	record ConnectionInit(Map<?, ?> payload) implements SocketMessage {
	}

	/**
	 * Whether anybody is there.
	 *
	 * @param payload what to send back with the answer
	 */
	record Ping(@Nullable Map<?, ?> payload) implements SocketMessage {
	}

	/** That it is there. */
	record Pong() implements SocketMessage {
	}

	/**
	 * An operation.
	 *
	 * @param id what the client calls it
	 * @param parameters what it is
	 */
	record Subscribe(String id, GraphQlParameters parameters) implements SocketMessage {
	}

	/**
	 * That it wants no more of an operation.
	 *
	 * @param id what it called it
	 */
	record Complete(String id) implements SocketMessage {
	}

}
