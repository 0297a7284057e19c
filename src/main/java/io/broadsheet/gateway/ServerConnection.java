package io.broadsheet.gateway;

import java.io.IOException;

import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** The connection of the request on which a thread is working. */
final class ServerConnection {

	private static final ScopedValue<ServerConnection> CURRENT = ScopedValue.newInstance();

	private final SocketWrapperBase<?> socket;

	private ServerConnection(SocketWrapperBase<?> socket) {
		this.socket = socket;
	}

	/** The connection of this thread's request; null if it has none of its own. */
	static @Nullable ServerConnection current() {
		return CURRENT.isBound() ? CURRENT.get() : null;
	}

	/** Works on a request of a connection. */
	static <T> T during(SocketWrapperBase<?> socket, ScopedValue.CallableOp<T, RuntimeException> work) {
		return ScopedValue.where(CURRENT, new ServerConnection(socket)).call(work);
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

	/** Ends it at once. */
	void close() {
		this.socket.close();
	}

}
