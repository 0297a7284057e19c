package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections on which a request that came before, byte for byte, is answered where it is
 * read, by {@link VerbatimAnswers}: neither parsed nor handed to another thread, which
 * would cost more than all the rest of giving a kept answer. Every other request goes its
 * usual way, and what was read of it is put back.
 */
class VerbatimEndpoint extends NioEndpoint {

	private static final Logger logger = LoggerFactory.getLogger(VerbatimEndpoint.class);

	/** Larger ones are not worth comparing. */
	private static final int LARGEST_REQUEST = 8 * 1024;

	private static final int LARGEST_RESPONSE = 64 * 1024;

	/** One for the thread that waits for requests on all connections. */
	private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

	/** Requests that are on their usual way, until somebody works on them. */
	private final Map<SocketWrapperBase<NioChannel>, byte[]> asked = new ConcurrentHashMap<>();

	private volatile @Nullable VerbatimAnswers answers;

	/** Answers requests from now on. */
	void answerFrom(VerbatimAnswers known) {
		this.answers = known;
	}

	/** The bytes of the request that a connection is at, if they were read here. */
	byte @Nullable [] take(SocketWrapperBase<NioChannel> socket) {
		return this.asked.remove(socket);
	}

	@Override
	public boolean processSocket(SocketWrapperBase<NioChannel> socket, SocketEvent event, boolean dispatch) {
		VerbatimAnswers known = this.answers;
		boolean isBegun = event == SocketEvent.OPEN_READ && dispatch && socket.getCurrentProcessor() == null;
		try {
			return (known != null && isBegun && isPlain() && isAnswered(socket, known))
					|| super.processSocket(socket, event, dispatch);
		}
		catch (RuntimeException ex) {
			logger.error("A request failed where it was read, whose connection is closed", ex);
			return false;
		}
	}

	/** Connections have no end but their clients', and nothing stands between. */
	private boolean isPlain() {
		return !isSSLEnabled() && getMaxKeepAliveRequests() == -1 && !Thread.currentThread().isVirtual();
	}

	private boolean isAnswered(SocketWrapperBase<NioChannel> socket, VerbatimAnswers known) {
		Buffers own = this.buffers.get();
		ByteBuffer in = own.in().clear();
		try {
			if (socket.read(false, in) <= 0) {
				return false;
			}
		}
		catch (IOException ex) {
			return false;
		}
		in.flip();
		byte[] request = known.mayKnow(in) ? bytes(in) : null;
		if (request == null) {
			socket.unRead(in);
			return false;
		}
		ByteBuffer out = own.out().clear();
		if (!known.answer(request, socket.getRemoteAddr(), out)) {
			this.asked.put(socket, request);
			socket.unRead(in);
			return false;
		}
		write(out.flip(), socket);
		return true;
	}

	private static byte[] bytes(ByteBuffer in) {
		byte[] bytes = new byte[in.remaining()];
		in.get(in.position(), bytes);
		return bytes;
	}

	private void write(ByteBuffer out, SocketWrapperBase<NioChannel> socket) {
		try {
			socket.getSocket().write(out);
			if (out.hasRemaining()) {
				finish(bytes(out), socket);
			}
			else {
				waitForNext(socket);
			}
		}
		catch (IOException | RejectedExecutionException ex) {
			socket.close();
		}
	}

	/** The client reads slowly, so that somebody else waits for it. */
	private void finish(byte[] rest, SocketWrapperBase<NioChannel> socket) {
		socket.execute(() -> {
			try {
				socket.write(true, rest, 0, rest.length);
				socket.flush(true);
				waitForNext(socket);
			}
			catch (IOException ex) {
				socket.close();
			}
		});
	}

	private void waitForNext(SocketWrapperBase<NioChannel> socket) {
		socket.setReadTimeout(getKeepAliveTimeout());
		socket.registerReadInterest();
	}

	/** Room for one request, and for its answer. */
	private record Buffers(ByteBuffer in, ByteBuffer out) {

		Buffers() {
			this(ByteBuffer.allocateDirect(LARGEST_REQUEST), ByteBuffer.allocateDirect(LARGEST_RESPONSE));
		}

	}

}
