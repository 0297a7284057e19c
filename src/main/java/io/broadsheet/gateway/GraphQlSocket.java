package io.broadsheet.gateway;

import java.nio.ByteBuffer;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket as the web server sees it: puts messages together, bounded, and hands them
 * to its connection.
 */
class GraphQlSocket extends Endpoint {

	static final String SUBPROTOCOL = "graphql-transport-ws";

	private static final Logger logger = LoggerFactory.getLogger(GraphQlSocket.class);

	private final Sender sender;

	private final SocketServices services;

	private final StringBuilder message = new StringBuilder();

	private @Nullable SocketConnection connection;

	GraphQlSocket(Sender sender, SocketServices services) {
		this.sender = sender;
		this.services = services;
	}

	@Override
	public void onOpen(Session session, EndpointConfig config) {
		SocketOutput output = new SocketOutput(session, this.services.settings());
		if (!SUBPROTOCOL.equals(session.getNegotiatedSubprotocol())) {
			output.close(SocketClosure.subprotocolNotAcceptable());
			return;
		}
		SocketConnection opened = new SocketConnection(this.sender, output, this.services);
		this.connection = opened;
		session.addMessageHandler(String.class, (part, last) -> take(opened, part, last));
		session.addMessageHandler(ByteBuffer.class,
				(part, last) -> opened.close(SocketClosure.badRequest("Messages are text")));
		session.addMessageHandler(PongMessage.class, (pong) -> opened.heard());
		this.services.connections().add(opened);
	}

	private void take(SocketConnection opened, String part, boolean last) {
		long limit = this.services.settings().maxMessage().toBytes();
		if (this.message.length() + part.length() > limit) {
			opened.close(SocketClosure.tooBig(limit));
			return;
		}
		this.message.append(part);
		if (last) {
			String text = this.message.toString();
			this.message.setLength(0);
			this.message.trimToSize();
			opened.take(text);
		}
	}

	@Override
	public void onClose(Session session, CloseReason reason) {
		if (this.connection != null) {
			this.connection.closed();
		}
	}

	@Override
	public void onError(Session session, Throwable failure) {
		logger.debug("A socket failed", failure);
	}

}
