package io.broadsheet.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;

import com.github.benmanes.caffeine.cache.Cache;
import io.broadsheet.graph.Caches;
import io.broadsheet.store.StoreWatch;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.tomcat.util.http.FastHttpDateFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What is answered to requests that came before, byte for byte: the kept answer, with the
 * head that the server wrote then. Whatever changes an answer has it written anew, since
 * the reply is of that very answer. Replies have an eighth of the room of what is kept;
 * what is done for each request is done all the same, as in {@link KeptAnswerWriter}.
 */
@Component
class VerbatimAnswers {

	/** Few requests that can be known begin otherwise. */
	private static final byte[][] BEGINNINGS = { ascii("POST /graphql"), ascii("GET /graphql") };

	private static final byte[] AGE = ascii("Age: ");

	private static final byte[] DATE = ascii("\r\nDate: ");

	private static final byte[] END = ascii("\r\n\r\n");

	/** Room for the age, the date and what a client has left. */
	private static final int MOVING = 512;

	private final KeptAnswers answers;

	private final RateLimit rates;

	private final AccessLog log;

	private final KeptAnswerMetrics metrics;

	private final StoreWatch store;

	private final Departure departure;

	private final Clock clock;

	private final Cache<Verbatim, VerbatimReply> replies;

	VerbatimAnswers(CacheSettings settings, KeptAnswers answers, RateLimit rates, AccessLog log,
			KeptAnswerMetrics metrics, StoreWatch store, Departure departure, Clock clock) {
		this.answers = answers;
		this.rates = rates;
		this.log = log;
		this.metrics = metrics;
		this.store = store;
		this.departure = departure;
		this.clock = clock;
		this.replies = Caches.newBuilder()
			.maximumWeight(settings.roomForRequests())
			.weigher((Verbatim request, VerbatimReply reply) -> request.weight() + reply.weight())
			.build();
	}

	/** Whether a request begins as those do that can be known. */
	boolean mayKnow(ByteBuffer request) {
		for (byte[] beginning : BEGINNINGS) {
			if (request.remaining() > beginning.length
					&& request.slice(request.position(), beginning.length).equals(ByteBuffer.wrap(beginning))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Writes the whole response to a request. Its body comes first, behind room for its
	 * head: whether it is still there is to be known before anything is charged for it.
	 * @param request all its bytes
	 * @param client the network address that it comes from
	 * @param out where the response goes
	 * @return whether it is known, and nothing stands against answering it; if not,
	 * nothing is written
	 */
	boolean answer(byte[] request, String client, ByteBuffer out) {
		long begin = System.nanoTime();
		VerbatimReply reply = this.replies.getIfPresent(new Verbatim(request));
		if (reply == null || this.departure.isLeaving() || this.store.isAway()) {
			return false;
		}
		KeptAnswer answer = this.answers.find(reply.question());
		int bodyIndex = out.position() + reply.head().length + MOVING;
		int bodyLength = (answer != null && reply.isOf(answer)) ? reply.copyBody(out, bodyIndex) : -1;
		if (answer == null || bodyLength < 0) {
			return false;
		}
		RateState rate = this.rates.charge(client, answer.asked().charge());
		if (rate != null && rate.retry() != null) {
			return false;
		}
		out.put(reply.head());
		if (rate != null) {
			rate.writeTo((name, value) -> out.put(ascii(name)).put(ascii(": ")).put(ascii(value)).put(ascii("\r\n")));
		}
		out.put(AGE).put(ascii(Long.toString(answer.life().age(this.clock.millis()))));
		out.put(DATE).put(ascii(FastHttpDateFormat.getCurrentDate())).put(END);
		out.put(out.position(), out.duplicate(), bodyIndex, bodyLength);
		out.position(out.position() + bodyLength);
		long nanos = System.nanoTime() - begin;
		this.metrics.hit(answer.asked().operation(), nanos);
		this.log.write(answer.asked(), null, nanos);
		return true;
	}

	/**
	 * Remembers how a request was answered that may come again, unless the store was
	 * away.
	 * @param bytes all bytes that had come of the connection when it was read
	 * @param question what it asks
	 * @param answer what it was given
	 * @param request the request, as the server read it
	 * @param response the response, when its body is written
	 */
	void learn(byte[] bytes, Question question, KeptAnswer answer, Request request, Response response) {
		if (response.getHeader(StoreInterceptor.HEADER) == null && VerbatimReply.isPossible(bytes, answer, request)) {
			this.replies.put(new Verbatim(bytes), VerbatimReply.of(question, answer, request, response));
		}
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	/**
	 * A request's bytes. They have an order, so that a map of them is not slow if
	 * somebody makes many with one hash.
	 */
	private static final class Verbatim implements Comparable<Verbatim> {

		/** What it takes in memory besides its bytes, roughly. */
		private static final int OVERHEAD = 150;

		private final byte[] bytes;

		private final int hash;

		Verbatim(byte[] bytes) {
			this.bytes = bytes;
			this.hash = Arrays.hashCode(bytes);
		}

		int weight() {
			return OVERHEAD + this.bytes.length;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Verbatim request && this.hash == request.hash
					&& Arrays.equals(this.bytes, request.bytes);
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

		@Override
		public int compareTo(Verbatim other) {
			return Arrays.compare(this.bytes, other.bytes);
		}

	}

}
