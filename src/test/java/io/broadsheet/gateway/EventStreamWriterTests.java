package io.broadsheet.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.broadsheet.graph.TraceId;
import jakarta.servlet.http.HttpUpgradeHandler;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The moment at which a stream of events begins. */
class EventStreamWriterTests {

	private static final TraceId TRACE = new TraceId("0af7651916cd43dd8448eb211c80319c");

	private final AtomicInteger listeners = new AtomicInteger();

	private final WebGraphQlResponse news = response(Flux.<ExecutionResult>never()
		.doOnSubscribe((subscription) -> this.listeners.incrementAndGet())
		.doOnCancel(this.listeners::decrementAndGet));

	private final EventStreamWriter writer = new EventStreamWriter(new LiveConnections(Clock.systemUTC()),
			new EventStreamSettings(Duration.ofMinutes(1)), Clock.systemUTC());

	@Test
	void whoSeesItBeginMissesNothingFromThenOn() throws Exception {
		AtomicInteger listenersAtFirstSight = new AtomicInteger();

		write(new Head(() -> listenersAtFirstSight.set(this.listeners.get())));

		assertThat(listenersAtFirstSight).hasValue(1);
	}

	@Test
	void nobodyListensForAClientThatIsGoneBeforeItBegins() {
		Head head = new Head(() -> {
			throw new UncheckedIOException(new IOException("The client is gone"));
		});

		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> write(head));

		assertThat(this.listeners).hasValue(0);
	}

	private void write(Head head) throws Exception {
		this.writer.write(this.news, new TraceParent(TRACE), new Upgrading(), head);
	}

	private static WebGraphQlResponse response(Flux<ExecutionResult> events) {
		ExecutionInput input = ExecutionInput.newExecutionInput("subscription { news }").build();
		return new WebGraphQlResponse(
				new DefaultExecutionGraphQlResponse(input, ExecutionResult.newExecutionResult().data(events).build()));
	}

	/** Does what is to be done when its head is sent. */
	private static final class Head extends MockHttpServletResponse {

		private final Runnable sending;

		Head(Runnable sending) {
			this.sending = sending;
		}

		@Override
		public void flushBuffer() {
			this.sending.run();
			super.flushBuffer();
		}

	}

	/** A request whose connection can be had. */
	private static final class Upgrading extends MockHttpServletRequest {

		@Override
		public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) {
			return type.cast(new EventConnection());
		}

	}

}
