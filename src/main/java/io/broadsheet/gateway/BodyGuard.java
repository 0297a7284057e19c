package io.broadsheet.gateway;

import java.io.IOException;
import java.util.function.Function;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how large a request's body is and how long it takes to arrive, while it is read.
 * The server by itself waits for each single byte, for ever if there always comes one.
 */
class BodyGuard extends OncePerRequestFilter {

	private final LimitSettings limits;

	private final Refusals refusals;

	private final BodyMemory memory;

	BodyGuard(LimitSettings limits, LoadSettings load, Refusals refusals) {
		this.limits = limits;
		this.memory = new BodyMemory(load.bodies().toBytes());
		this.refusals = refusals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		GuardedRequest guarded = new GuardedRequest(request,
				(body) -> new GuardedBody(request, body, response, this.limits, this.refusals, this.memory));
		try {
			chain.doFilter(guarded, response);
		}
		catch (RefusedRequest ex) {
			response.sendError(ex.status().value());
		}
		finally {
			guarded.forget();
		}
		if (guarded.isUnread()) {
			response.flushBuffer();
			guarded.discard();
		}
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
	}

	private static final class GuardedRequest extends HttpServletRequestWrapper {

		private final Function<ServletInputStream, GuardedBody> guard;

		private @Nullable GuardedBody input;

		GuardedRequest(HttpServletRequest request, Function<ServletInputStream, GuardedBody> guard) {
			super(request);
			this.guard = guard;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			GuardedBody guarded = guarded();
			guarded.requireSize(getContentLengthLong());
			return guarded;
		}

		private GuardedBody guarded() throws IOException {
			if (this.input == null) {
				this.input = this.guard.apply(super.getInputStream());
			}
			return this.input;
		}

		/** The body is in memory no more. */
		void forget() {
			if (this.input != null) {
				this.input.forget();
			}
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

}
