package io.broadsheet.gateway;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how large a request's body is and how long it takes to arrive, while it is read.
 * The server by itself waits for each single byte, for ever if there always comes one.
 */
class BodyGuard extends OncePerRequestFilter {

	/** How often the buffer is filled with what nobody reads: 16 MB of it, or less. */
	private static final int MOST_DISCARDED = 2048;

	private final LimitSettings limits;

	private final Refusals refusals;

	BodyGuard(LimitSettings limits, Refusals refusals) {
		this.limits = limits;
		this.refusals = refusals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		GuardedRequest guarded = new GuardedRequest(request, response);
		try {
			chain.doFilter(guarded, response);
		}
		catch (RefusedRequest ex) {
			response.sendError(ex.status().value());
		}
		if (guarded.isUnread()) {
			response.flushBuffer();
			guarded.discard();
		}
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return "GET".equals(request.getMethod());
	}

	private final class GuardedRequest extends HttpServletRequestWrapper {

		private final HttpServletResponse response;

		private @Nullable GuardedInput input;

		GuardedRequest(HttpServletRequest request, HttpServletResponse response) {
			super(request);
			this.response = response;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			GuardedInput guarded = guarded();
			guarded.requireSize(getContentLengthLong());
			return guarded;
		}

		private GuardedInput guarded() throws IOException {
			if (this.input == null) {
				this.input = new GuardedInput(super.getInputStream(), this.response);
			}
			return this.input;
		}

		/** A client that waits for a word before it sends a body has not sent it. */
		boolean isUnread() throws IOException {
			return !isAsyncStarted() && getHeader(HttpHeaders.EXPECT) == null && !guarded().isFinished();
		}

		/**
		 * The server reads what nobody else has read, to find the next request behind it,
		 * and waits for each byte anew: here that has an end. A client that is refused
		 * can send all the same, and so hears of it.
		 */
		void discard() throws IOException {
			ServerConnection connection = ServerConnection.current();
			if (!guarded().discard() && connection != null) {
				connection.close();
			}
		}

	}

	private final class GuardedInput extends ServletInputStream {

		private final ServletInputStream input;

		private final HttpServletResponse response;

		private final long start = System.nanoTime();

		private long size;

		GuardedInput(ServletInputStream input, HttpServletResponse response) {
			this.input = input;
			this.response = response;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			try {
				int count = this.input.read(target, offset, length);
				requireSize(this.size + Math.max(0, count));
				this.size += Math.max(0, count);
				requireTime();
				return count;
			}
			catch (SocketTimeoutException ex) {
				throw late();
			}
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		/** Reads to the end; false if that is too far away. */
		boolean discard() {
			byte[] buffer = new byte[8192];
			try {
				for (int read = 0; elapsed().compareTo(BodyGuard.this.limits.bodyTime()) < 0
						&& read < MOST_DISCARDED; read++) {
					if (this.input.read(buffer) < 0) {
						return true;
					}
				}
			}
			catch (IOException ex) {
				logger.debug("A client went away while it sent what nobody reads");
			}
			return false;
		}

		private void requireSize(long asked) {
			long allowed = BodyGuard.this.limits.bodySize().toBytes();
			if (asked > allowed) {
				close(this.response);
				throw BodyGuard.this.refusals.refuse(HttpStatus.CONTENT_TOO_LARGE, Limit.BODY_SIZE, allowed, asked);
			}
		}

		private void requireTime() {
			if (elapsed().compareTo(BodyGuard.this.limits.bodyTime()) > 0) {
				throw late();
			}
		}

		private RefusedRequest late() {
			close(this.response);
			return BodyGuard.this.refusals.refuse(HttpStatus.REQUEST_TIMEOUT, Limit.BODY_TIME,
					BodyGuard.this.limits.bodyTime().toSeconds(), elapsed().toSeconds());
		}

		private Duration elapsed() {
			return Duration.ofNanos(System.nanoTime() - this.start);
		}

		/** The rest of the body is not worth being waited for. */
		private static void close(HttpServletResponse response) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
		}

		@Override
		public boolean isFinished() {
			return this.input.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.input.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.input.setReadListener(listener);
		}

	}

}
