package io.broadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** The network between a gateway and its store, which a test can do harm to. */
public final class Wire implements AutoCloseable {

	private static final int SLOW_MILLIS = 300;

	private final InetSocketAddress store;

	private final Set<Link> links = ConcurrentHashMap.newKeySet();

	private @Nullable ServerSocket listener;

	private int port;

	private Condition condition = Condition.UP;

	/** What is hung before, as it stands in a message; null if nothing is. */
	private @Nullable String awaited;

	/**
	 * Lays a wire that is up.
	 * @param store where it leads
	 */
	public Wire(InetSocketAddress store) {
		this.store = store;
		listen();
	}

	/** The loopback port at which the store seems to be. */
	public int port() {
		return this.port;
	}

	/**
	 * Brings the wire into a condition in which it stays.
	 * @param next the condition
	 */
	public void is(Condition next) {
		synchronized (this) {
			this.condition = next;
			notifyAll();
		}
		if (next == Condition.DOWN) {
			stopListening();
		}
		else {
			listen();
		}
		if (next == Condition.DOWN || next == Condition.RESETTING) {
			this.links.forEach(Link::reset);
		}
	}

	/**
	 * Hangs as soon as a gateway is about to send a command, which the store then does
	 * not get.
	 * @param command the command
	 * @param collection the collection that it is about
	 */
	public synchronized void hangBefore(String command, String collection) {
		// A BSON string after its name: its length with the zero at its end, then itself
		this.awaited = command + "\0" + (char) (collection.length() + 1) + "\0\0\0" + collection + "\0";
	}

	/** Whether it hangs. */
	public boolean hangs() {
		return conditionNow() == Condition.HANGING;
	}

	@Override
	public void close() {
		is(Condition.DOWN);
	}

	private synchronized void listen() {
		if (this.listener != null) {
			return;
		}
		try {
			ServerSocket socket = new ServerSocket();
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
			this.listener = socket;
			this.port = socket.getLocalPort();
			Thread.ofVirtual().start(() -> accept(socket));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private synchronized void stopListening() {
		if (this.listener != null) {
			closeQuietly(this.listener);
			this.listener = null;
		}
	}

	private void accept(ServerSocket socket) {
		while (!socket.isClosed()) {
			try {
				link(socket.accept());
			}
			catch (IOException ex) {
				// The wire is down, or the store is.
			}
		}
	}

	private void link(Socket gateway) throws IOException {
		if (conditionNow() == Condition.RESETTING) {
			reset(gateway);
			return;
		}
		try {
			Link link = new Link(gateway, new Socket(this.store.getAddress(), this.store.getPort()));
			this.links.add(link);
			Thread.ofVirtual().start(() -> link.carry(link.gateway, link.store, false));
			Thread.ofVirtual().start(() -> link.carry(link.store, link.gateway, true));
		}
		catch (IOException ex) {
			reset(gateway);
			throw ex;
		}
	}

	private synchronized Condition conditionNow() {
		return this.condition;
	}

	private synchronized void hangIfAwaited(byte[] bytes, int count) {
		if (this.awaited != null && new String(bytes, 0, count, StandardCharsets.ISO_8859_1).contains(this.awaited)) {
			this.awaited = null;
			this.condition = Condition.HANGING;
		}
	}

	/** Waits while nothing goes through. */
	private synchronized Condition conditionToGoThrough() throws InterruptedException {
		while (this.condition == Condition.HANGING) {
			wait();
		}
		return this.condition;
	}

	private static void reset(Socket socket) {
		try {
			socket.setSoLinger(true, 0);
		}
		catch (IOException ex) {
			// It is closed already.
		}
		closeQuietly(socket);
	}

	private static void closeQuietly(AutoCloseable closeable) {
		try {
			closeable.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What a wire can be like. */
	public enum Condition {

		/** As it should be. */
		UP,

		/** Connections are refused, and those that there were are gone. */
		DOWN,

		/** Connections are taken and reset at once. */
		RESETTING,

		/** Connections are taken, and nothing is ever heard again until it is up. */
		HANGING,

		/** Each part of an answer takes its time. */
		SLOW,

		/** The store hears everything, but its answers end in the middle. */
		CUTTING

	}

	/** One connection of the gateway. */
	private final class Link {

		private final Socket gateway;

		private final Socket store;

		Link(Socket gateway, Socket store) {
			this.gateway = gateway;
			this.store = store;
		}

		void carry(Socket from, Socket to, boolean isAnswer) {
			byte[] bytes = new byte[16 * 1024];
			try {
				InputStream in = from.getInputStream();
				OutputStream out = to.getOutputStream();
				for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
					if (!isAnswer) {
						hangIfAwaited(bytes, count);
					}
					Condition condition = conditionToGoThrough();
					if (condition == Condition.DOWN || condition == Condition.RESETTING) {
						return;
					}
					if (isAnswer && condition == Condition.CUTTING) {
						out.write(bytes, 0, count / 2);
						return;
					}
					if (isAnswer && condition == Condition.SLOW) {
						Thread.sleep(SLOW_MILLIS);
					}
					out.write(bytes, 0, count);
				}
			}
			catch (IOException ex) {
				// One side is gone, so the other is to go.
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				end();
			}
		}

		void reset() {
			Wire.reset(this.gateway);
			Wire.reset(this.store);
			Wire.this.links.remove(this);
		}

		private void end() {
			closeQuietly(this.gateway);
			closeQuietly(this.store);
			Wire.this.links.remove(this);
		}

	}

}
