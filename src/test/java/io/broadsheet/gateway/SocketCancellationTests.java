package io.broadsheet.gateway;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import io.broadsheet.access.Viewer;
import io.broadsheet.access.Viewers;
import jakarta.websocket.Session;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** Work ends when nobody waits for it any more. */
class SocketCancellationTests {

	private static final SocketSettings SETTINGS = new SocketSettings(Duration.ofSeconds(5), 20,
			DataSize.ofKilobytes(1), Duration.ofSeconds(15), Duration.ofSeconds(10));

	private static final String QUERY = "{\"type\":\"subscribe\",\"id\":\"q\",\"payload\":{\"query\":\"{ __typename }\"}}";

	private final AtomicInteger running = new AtomicInteger();

	private final LiveConnections connections = new LiveConnections(Clock.systemUTC());

	private final SocketConnection connection = connection();

	@Test
	void aClientsCompleteEndsAQueryAtOnceAndFreesItsId() {
		this.connection.take(QUERY);
		assertThat(this.running).hasValue(1);

		this.connection.take("{\"type\":\"complete\",\"id\":\"q\"}");
		assertThat(this.running).hasValue(0);

		this.connection.take(QUERY);
		assertThat(this.running).hasValue(1);
	}

	@Test
	void allOperationsEndWithTheirSocket() {
		this.connection.take(QUERY);
		this.connection.take(QUERY.replace("\"q\"", "\"r\""));
		assertThat(this.running).hasValue(2);

		this.connection.closed();

		assertThat(this.running).hasValue(0);
	}

	@Test
	void drainingWaitsForAQuery() {
		this.connection.take(QUERY);

		this.connection.drain();

		assertThat(this.running).hasValue(1);
	}

	private SocketConnection connection() {
		Session session = Mockito.mock(Session.class, Answers.RETURNS_DEEP_STUBS);
		Sender sender = new Sender(URI.create("http://localhost/graphql"), new HttpHeaders(),
				new InetSocketAddress("localhost", 1), Viewer.READER);
		SocketServices services = new SocketServices(handler(), Schedulers.immediate(),
				new SocketSignIn(Mockito.mock(Viewers.class)), this.connections, SETTINGS, Clock.systemUTC(),
				new Random(1));
		SocketConnection opened = new SocketConnection(sender, new SocketOutput(session, SETTINGS), services);
		opened.take("{\"type\":\"connection_init\"}");
		return opened;
	}

	/** Never answers. */
	private WebGraphQlHandler handler() {
		WebGraphQlHandler handler = Mockito.mock(WebGraphQlHandler.class);
		Mockito.when(handler.handleRequest(ArgumentMatchers.any()))
			.thenReturn(Mono.<WebGraphQlResponse>never()
				.doOnSubscribe((subscription) -> this.running.incrementAndGet())
				.doOnCancel(this.running::decrementAndGet));
		return handler;
	}

}
