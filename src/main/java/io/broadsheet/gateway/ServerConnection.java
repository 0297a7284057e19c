package io.broadsheet.gateway;

import java.io.IOException;

import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** The connection of the request on which a thread is working. */
final class ServerConnection {

	private static final ScopedValue<ServerConnection> CURRENT = ScopedValue.newInstance();

	/**
	 * Most pages fit, with their heads. It is kept for as long as the connection is, in
	 * both directions, and there can be thousands of those.
	 */
	private static final int LARGE_BUFFER = 32 * 1024;

	private static final int ROOM_FOR_HEAD = 2 * 1024;

	private final SocketWrapperBase<?> socket;

	/** Of its own thread alone. */
	private byte @Nullable [] request;

	private ServerConnection(SocketWrapperBase<?> socket, byte @Nullable [] request) {
		this.socket = socket;
		this.request = request;
	}

	/** The connection of this thread's request; null if it has none of its own. */
	static @Nullable ServerConnection current() {
		return CURRENT.isBound() ? CURRENT.get() : null;
	}

	/**
	 * Works on a request of a connection.
	 * @param request all bytes that had come when it was read, if that is known
	 */
	static <T> T during(SocketWrapperBase<?> socket, byte @Nullable [] request,
			ScopedValue.CallableOp<T, RuntimeException> work) {
		return ScopedValue.where(CURRENT, new ServerConnection(socket, request)).call(work);
	}

	/**
	 * All bytes that had come of the connection when its first request was read that is
	 * worked on now. They are given once, since others may follow while the connection is
	 * worked on.
	 * @return the bytes; null if they are not known, or were taken
	 */
	byte @Nullable [] takeRequest() {
		byte[] taken = this.request;
		this.request = null;
		return taken;
	}

	/**
	 * Whether the client has closed it. To be asked only while nobody reads from it; what
	 * the client may have sent in advance is kept for whoever reads next.
	 */
	boolean isGone() {
		try {
			return this.socket.isClosed() || (!this.socket.isReadyForRead() && this.socket.isClosed());
		}
		catch (IOException ex) {
			return true;
		}
	}

	/**
	 * Lets a response leave in one piece, unless it is too large for that: each piece has
	 * the operating system wake the client up.
	 */
	private void makeRoom(int length) {
		if (length + ROOM_FOR_HEAD <= LARGE_BUFFER && this.socket.getSocket() instanceof NioChannel channel
				&& length + ROOM_FOR_HEAD > channel.getBufHandler().getWriteBuffer().capacity()) {
			channel.getBufHandler().expand(LARGE_BUFFER);
		}
	}

	/** Lets the response of this thread's request leave in one piece, if it has one. */
	static void makeRoomFor(int length) {
		ServerConnection connection = current();
		if (connection != null) {
			connection.makeRoom(length);
		}
	}

	/** Ends it at once. */
	void close() {
		this.socket.close();
	}

}
