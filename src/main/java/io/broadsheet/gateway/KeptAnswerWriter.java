package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;

import io.broadsheet.store.StoreWatch;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Gives kept answers to clients. What is done for each request is done all the same: it
 * is charged to its client, measured and logged.
 */
@Component
class KeptAnswerWriter {

	/** In place of the brace at the end of an answer that has data and nothing else. */
	private static final byte[] MARK = ",\"extensions\":{\"store\":\"%s\"}}".formatted(StoreInterceptor.AWAY)
		.getBytes(StandardCharsets.UTF_8);

	private final RateLimit rates;

	private final AccessLog log;

	private final DeprecatedUse deprecated;

	private final KeptAnswerMetrics metrics;

	private final StoreWatch store;

	private final Clock clock;

	KeptAnswerWriter(RateLimit rates, AccessLog log, DeprecatedUse deprecated, KeptAnswerMetrics metrics,
			StoreWatch store, Clock clock) {
		this.rates = rates;
		this.log = log;
		this.deprecated = deprecated;
		this.metrics = metrics;
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Gives an answer, unless it has left memory by now, or the client has nothing left
	 * to pay for it: it is up to its execution then.
	 * @param answer the answer
	 * @param type the media type that the client likes best
	 * @param begin when the request came, as {@link System#nanoTime} has it
	 * @return whether it was given
	 */
	boolean write(KeptAnswer answer, ResponseType type, HttpServletRequest request, HttpServletResponse response,
			String client, long begin) throws IOException {
		boolean isAway = this.store.isAway();
		Representation body = isAway ? marked(answer.content())
				: ContentNegotiation.select(answer.content(), type, request);
		RateState rate = (body != null) ? this.rates.charge(client, answer.asked().charge()) : null;
		if (body == null || (rate != null && rate.retry() != null)) {
			return false;
		}
		if (rate != null) {
			rate.writeTo(response::setHeader);
		}
		response.setContentType(type.header());
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		response.setHeader("X-Content-Type-Options", "nosniff");
		if (isAway) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			response.setHeader(StoreInterceptor.HEADER, StoreInterceptor.AWAY);
		}
		else {
			answer.headers().forEach(response::setHeader);
			response.setHeader(HttpHeaders.AGE, String.valueOf(answer.life().age(this.clock.millis())));
		}
		body.write(response);
		note(answer, request, System.nanoTime() - begin);
		return true;
	}

	/** Nobody else is to keep it: something may have changed that nobody could tell. */
	private static @Nullable Representation marked(Content content) {
		byte[] plain = content.plain();
		if (plain == null) {
			return null;
		}
		byte[] marked = Arrays.copyOf(plain, plain.length - 1 + MARK.length);
		System.arraycopy(MARK, 0, marked, plain.length - 1, MARK.length);
		return new Representation(null, false, marked);
	}

	private void note(KeptAnswer answer, HttpServletRequest request, long nanos) {
		KeptAnswer.Asked asked = answer.asked();
		this.metrics.hit(asked.operation(), nanos);
		if (!asked.deprecated().isEmpty()) {
			this.deprecated.count(asked.deprecated(), ClientName.of(request::getHeader));
		}
		this.log.write(asked, trace(request), nanos);
	}

	/** A trace that nobody else knows of leads nowhere from here. */
	private static @Nullable String trace(HttpServletRequest request) {
		return TraceParent.idIn(request.getHeader("traceparent"));
	}

}
