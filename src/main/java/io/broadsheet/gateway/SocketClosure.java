package io.broadsheet.gateway;

/**
 * Why the gateway closes a socket, by the codes of RFC 6455 and of the protocol
 * {@code graphql-transport-ws}.
 */
class SocketClosure extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final int code;

	private final String reason;

	private SocketClosure(int code, String reason) {
		super(reason, null, false, false);
		this.code = code;
		this.reason = reason;
	}

	/** The gateway is shutting down; others are there. */
	static SocketClosure goingAway() {
		return new SocketClosure(1001, "Shutting down: connect again");
	}

	/** The client does not read what it asked for, or is not there any more. */
	static SocketClosure tooSlow() {
		return new SocketClosure(1008, "Reading too slowly");
	}

	static SocketClosure tooBig(long limit) {
		return new SocketClosure(1009, "A message can have %d bytes".formatted(limit));
	}

	static SocketClosure badRequest(String reason) {
		return new SocketClosure(4400, reason);
	}

	/** An operation before the connection was acknowledged. */
	static SocketClosure unauthorized() {
		return new SocketClosure(4401, "Unauthorized");
	}

	static SocketClosure forbidden(String reason) {
		return new SocketClosure(4403, reason);
	}

	static SocketClosure subprotocolNotAcceptable() {
		return new SocketClosure(4406, "Subprotocol not acceptable");
	}

	static SocketClosure initialisationTimeout() {
		return new SocketClosure(4408, "Connection initialisation timeout");
	}

	static SocketClosure subscriberExists(String id) {
		return new SocketClosure(4409, "Subscriber for %s already exists".formatted(id));
	}

	static SocketClosure tooManyInitialisations() {
		return new SocketClosure(4429, "Too many initialisation requests");
	}

	static SocketClosure internal() {
		return new SocketClosure(4500, "Internal server error");
	}

	int code() {
		return this.code;
	}

	/** What is wrong, in at most 123 bytes, or else it is cut off. */
	String reason() {
		return this.reason;
	}

}
