package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.servlet.http.WebConnection;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a response that lasts for as long as somebody listens, and ends with
 * it. The server has done with the request by then, and has freed what it needs for one:
 * over 100 KB of buffers, and a thread. The server makes it, therefore it is public.
 */
public final class EventConnection implements InternalHttpUpgradeHandler {

	/** How long a client may take to read. */
	private static final long WRITE_TIMEOUT_MILLIS = 20_000;

	private final ReentrantLock writing = new ReentrantLock();

	private volatile @Nullable SocketWrapperBase<?> socket;

	private volatile boolean closed;

	private Runnable opened = () -> {
	};

	private Runnable left = () -> {
	};

	/** For the server. */
	public EventConnection() {
	}

	/**
	 * Says what is to be done.
	 * @param opened what to do once it can be written to
	 * @param left what to do when the client is gone
	 */
	void use(Runnable opened, Runnable left) {
		this.opened = opened;
		this.left = left;
	}

	/**
	 * Writes, and waits until it is on its way.
	 * @throws IOException if the client does not read, or is gone
	 */
	void write(byte[] bytes) throws IOException {
		this.writing.lock();
		try {
			SocketWrapperBase<?> open = this.socket;
			if (this.closed || open == null) {
				throw new ClosedChannelException();
			}
			open.write(true, bytes, 0, bytes.length);
			open.flush(true);
		}
		finally {
			this.writing.unlock();
			closeIfAsked();
		}
	}

	/**
	 * Closes it, as soon as nobody writes: the server uses its buffers for others then.
	 */
	void close() {
		this.closed = true;
		closeIfAsked();
	}

	private void closeIfAsked() {
		if (this.closed && this.writing.tryLock()) {
			try {
				SocketWrapperBase<?> open = this.socket;
				if (open != null) {
					open.close();
				}
			}
			finally {
				this.writing.unlock();
			}
		}
	}

	@Override
	public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
		wrapper.setWriteTimeout(WRITE_TIMEOUT_MILLIS);
		this.socket = wrapper;
	}

	@Override
	public void init(WebConnection connection) {
		Thread.startVirtualThread(this.opened);
	}

	/** A client has nothing to say any more: whatever comes is read for its end alone. */
	@Override
	public SocketState upgradeDispatch(SocketEvent event) {
		boolean stays = switch (event) {
			case OPEN_READ -> isThere();
			case OPEN_WRITE -> true;
			case STOP, TIMEOUT, DISCONNECT, ERROR, CONNECT_FAIL -> false;
		};
		if (stays) {
			return SocketState.UPGRADED;
		}
		this.left.run();
		seal();
		return SocketState.CLOSED;
	}

	/** From now on nobody writes. */
	private void seal() {
		this.writing.lock();
		try {
			this.closed = true;
		}
		finally {
			this.writing.unlock();
		}
	}

	private boolean isThere() {
		SocketWrapperBase<?> open = this.socket;
		byte[] ignored = new byte[512];
		try {
			int read = ignored.length;
			while (open != null && read > 0) {
				read = open.read(false, ignored, 0, ignored.length);
			}
			return read == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public void destroy() {
		this.closed = true;
		this.left.run();
	}

	@Override
	public void timeoutAsync(long now) {
		// Its streams look at the time themselves.
	}

	@Override
	public void setSslSupport(SSLSupport support) {
		// Nobody asks for the client's certificate.
	}

	@Override
	public void pause() {
		// Its streams end before the server does.
	}

}
