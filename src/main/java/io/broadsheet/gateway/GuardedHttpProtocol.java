package io.broadsheet.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP over connections that are watched. The server by itself waits for each byte of a
 * request's head anew, so that who sends one now and then holds a connection for ever:
 * here the head as a whole must be there in time. And whoever works on a request can know
 * its {@link ServerConnection}. The server makes it by its name, therefore it is public.
 */
public final class GuardedHttpProtocol extends Http11NioProtocol {

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("http-guard").factory());

	private final VerbatimEndpoint endpoint;

	private final Guard guard;

	private volatile Duration headTime = Duration.ofSeconds(20);

	private @Nullable ScheduledFuture<?> sweeping;

	/** For the server. */
	public GuardedHttpProtocol() {
		this(new VerbatimEndpoint());
	}

	private GuardedHttpProtocol(VerbatimEndpoint endpoint) {
		super(endpoint);
		this.endpoint = endpoint;
		this.guard = new Guard(endpoint);
		endpoint.setHandler(this.guard);
	}

	/** Answers requests from what is known of others, as far as that goes. */
	void answerFrom(VerbatimAnswers answers) {
		this.endpoint.answerFrom(answers);
	}

	/** How long the head of a request may take to arrive. */
	void waitForHeads(Duration time) {
		this.headTime = time;
	}

	@Override
	public void start() throws Exception {
		super.start();
		this.sweeping = this.timer.scheduleWithFixedDelay(() -> this.guard.sweep(this.headTime), 1, 1,
				TimeUnit.SECONDS);
	}

	@Override
	public void stop() throws Exception {
		if (this.sweeping != null) {
			this.sweeping.cancel(false);
		}
		super.stop();
	}

	@Override
	public void destroy() throws Exception {
		this.timer.shutdownNow();
		super.destroy();
	}

	private static final class Guard implements AbstractEndpoint.Handler<NioChannel> {

		private final VerbatimEndpoint endpoint;

		private final AbstractEndpoint.Handler<NioChannel> handler;

		/**
		 * Since when each connection sends or waits for the request it is at. As many as
		 * there are connections at most: they go with the request or the connection.
		 */
		private final Map<SocketWrapperBase<NioChannel>, Long> begun = new ConcurrentHashMap<>();

		Guard(VerbatimEndpoint endpoint) {
			this.endpoint = endpoint;
			this.handler = endpoint.getHandler();
		}

		@Override
		public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
			if (isUpgraded(socket)) {
				return this.handler.process(socket, event);
			}
			this.begun.putIfAbsent(socket, System.nanoTime());
			SocketState state = ServerConnection.during(socket, this.endpoint.take(socket),
					() -> this.handler.process(socket, event));
			if (state != SocketState.LONG) {
				this.begun.remove(socket);
			}
			return state;
		}

		private static boolean isUpgraded(SocketWrapperBase<NioChannel> socket) {
			return socket.getCurrentProcessor() instanceof Processor processor && processor.isUpgrade();
		}

		/** Closes the connections whose request's head is not there in time. */
		private void sweep(Duration headTime) {
			long now = System.nanoTime();
			this.begun.forEach((socket, since) -> {
				if (now - since > headTime.toNanos() && isWaitingForHead(socket)) {
					this.begun.remove(socket);
					socket.close();
				}
			});
		}

		/**
		 * A processor is put by while it waits for more, and taken away while it works.
		 */
		private static boolean isWaitingForHead(SocketWrapperBase<NioChannel> socket) {
			return socket.getCurrentProcessor() instanceof Processor processor && !processor.isAsync()
					&& !processor.isUpgrade();
		}

		@Override
		public Object getGlobal() {
			return this.handler.getGlobal();
		}

		@Override
		public void release(SocketWrapperBase<NioChannel> socket) {
			this.begun.remove(socket);
			this.endpoint.take(socket);
			this.handler.release(socket);
		}

		@Override
		public void pause() {
			this.handler.pause();
		}

		@Override
		public void recycle() {
			this.handler.recycle();
		}

	}

}
