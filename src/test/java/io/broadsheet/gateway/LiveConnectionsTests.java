package io.broadsheet.gateway;

import java.time.Duration;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.SocketClient;
import io.broadsheet.TestClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of connections that stay open. */
@GatewayTest
class LiveConnectionsTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	@Autowired
	private GraphQlClient api;

	@Autowired
	private LiveConnections connections;

	@Autowired
	private TestClock clock;

	/** Connections of earlier tests may still be leaving. */
	@BeforeEach
	void nobodyElseIsConnected() {
		this.connections.stop();
		this.connections.start();
	}

	@Test
	void clientsAreSentElsewhereAtTheEnd() {
		try (SocketClient listening = SocketClient.connect(this.api.address("/graphql"));
				SocketClient idle = SocketClient.connect(this.api.address("/graphql"))) {
			listening.listen("s", "subscription { articlePublished { id } }");

			this.connections.stop();

			assertThat(listening.awaitClose().code()).isEqualTo(1001);
			assertThat(idle.awaitClose().code()).isEqualTo(1001);
			try (SocketClient late = SocketClient.open(this.api.address("/graphql"), SocketClient.SUBPROTOCOL)) {
				assertThat(late.awaitClose().code()).isEqualTo(1001);
			}
		}
		finally {
			this.connections.start();
		}
	}

	@Test
	void aClientWhoseMachineAnswersIsKeptHoweverSilentItIs() {
		try (SocketClient client = SocketClient.connect(this.api.address("/graphql"))) {
			for (int n = 0; n < 5; n++) {
				this.clock.pass(Duration.ofSeconds(16));
				this.connections.check();
				assertThat(client.hasHeardNothingMore()).isTrue();
			}
		}
	}

	@Test
	void nothingIsKeptOfAClientThatIsGone() {
		SocketClient client = SocketClient.connect(this.api.address("/graphql"));
		client.listen("s", "subscription { articlePublished { id } }");
		assertThat(this.connections.size()).isOne();

		client.close();

		Awaitility.await().atMost(SOON).until(() -> this.connections.size() == 0);
	}

	@Test
	void aClientThatDoesNotReadIsSentAway() {
		try (SocketClient client = SocketClient.connect(this.api.address("/graphql"))) {
			client.stopReading();
			String ping = "{\"type\":\"ping\",\"payload\":{\"text\":\"%s\"}}".formatted("x".repeat(200_000));
			Thread shouting = Thread.startVirtualThread(() -> client.shout(ping, 1_000));

			Awaitility.await().atMost(SOON).until(() -> this.connections.size() == 0);
			shouting.interrupt();
		}
	}

}
