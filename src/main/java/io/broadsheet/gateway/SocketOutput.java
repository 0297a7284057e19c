package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends messages on one socket, one after the other. Whoever sends waits until the
 * message is on its way: a client that does not read holds up its own operations, each
 * with one message, and nothing piles up. If it does not read for too long the socket is
 * closed.
 */
class SocketOutput {

	private static final Logger logger = LoggerFactory.getLogger(SocketOutput.class);

	/** The container's name for how long a message may take. */
	private static final String SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

	/** How long a client that did not read gets to hear why it is sent away. */
	private static final long LAST_WORD_MILLIS = 200;

	private static final JsonMapper json = JsonMapper.builder().build();

	private final Session session;

	private final ReentrantLock sending = new ReentrantLock();

	SocketOutput(Session session, SocketSettings settings) {
		this.session = session;
		session.getUserProperties().put(SEND_TIMEOUT, settings.sendTimeout().toMillis());
	}

	/**
	 * Sends a message.
	 * @param type its type
	 * @param id the operation that it is about, if any
	 * @param payload what it says, if anything
	 */
	void send(String type, @Nullable String id, @Nullable Object payload) {
		Map<String, Object> message = new LinkedHashMap<>();
		if (id != null) {
			message.put("id", id);
		}
		message.put("type", type);
		if (payload != null) {
			message.put("payload", payload);
		}
		String text = json.writeValueAsString(message);
		write(() -> this.session.getBasicRemote().sendText(text));
	}

	/** Asks the client's machine, not the client, whether it is there. */
	void knock() {
		write(() -> this.session.getBasicRemote().sendPing(ByteBuffer.allocate(0)));
	}

	void close(SocketClosure closure) {
		try {
			this.session.close(new CloseReason(CloseCodes.getCloseCode(closure.code()), closure.reason()));
		}
		catch (IOException | IllegalStateException ex) {
			logger.debug("The socket was closed already", ex);
		}
	}

	private void write(Writing writing) {
		this.sending.lock();
		try {
			if (this.session.isOpen()) {
				writing.write();
			}
		}
		catch (IOException | IllegalStateException ex) {
			logger.debug("A client does not read, or is gone", ex);
			giveUp();
		}
		finally {
			this.sending.unlock();
		}
	}

	private void giveUp() {
		if (this.session.isOpen()) {
			this.session.getUserProperties().put(SEND_TIMEOUT, LAST_WORD_MILLIS);
			close(SocketClosure.tooSlow());
		}
	}

	/** Something that is written to the network. */
	@FunctionalInterface
	private interface Writing {

		void write() throws IOException;

	}

}
