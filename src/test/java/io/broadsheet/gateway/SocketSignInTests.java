package io.broadsheet.gateway;

import java.time.Duration;

import io.broadsheet.Editors;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.SocketClient;
import io.broadsheet.SocketClient.Closed;
import io.broadsheet.TestClock;
import io.broadsheet.access.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Who an editor is on a socket, and until when. */
@GatewayTest
class SocketSignInTests {

	@Autowired
	private GraphQlClient api;

	@Autowired
	private Editors editors;

	@Autowired
	private TestClock clock;

	@ParameterizedTest
	@ValueSource(strings = { "{\"Authorization\":\"Bearer %s\"}", "{\"authorization\":\"bearer %s\"}",
			"{\"token\":\"%s\"}" })
	void aTokenIsTakenWithTheConnection(String payload) {
		try (SocketClient client = open()) {
			connect(client, payload.formatted(token()));
			client.hear("connection_ack");

			assertThat(viewer(client)).isEqualTo("Nell");
		}
	}

	@Test
	void aTokenIsTakenWithTheRequestThatOpensTheSocket() {
		try (SocketClient client = SocketClient.connect(this.api.address("/graphql"), "Authorization",
				"Bearer " + token())) {
			assertThat(viewer(client)).isEqualTo("Nell");
		}
	}

	@Test
	void whoShowsNoTokenIsAReader() {
		try (SocketClient client = SocketClient.connect(this.api.address("/graphql"))) {
			assertThat(viewer(client)).isEqualTo("");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"Authorization\":\"Bearer nonsense\"}", "{\"Authorization\":\"nonsense\"}",
			"{\"token\":\"a.b.c\"}", "{\"token\":7}" })
	void aTokenThatIsNotAcceptedClosesTheSocket(String payload) {
		try (SocketClient client = open()) {
			connect(client, payload);

			assertThat(client.awaitClose().code()).isEqualTo(4403);
		}
	}

	@Test
	void theSocketClosesWhenTheTokenExpires() {
		try (SocketClient client = open()) {
			connect(client, "{\"token\":\"%s\"}".formatted(token()));
			client.hear("connection_ack");
			client.listen("s", "subscription { articlePublished { id } }");
			this.clock.pass(Duration.ofDays(31));

			assertThat(client.awaitClose()).isEqualTo(new Closed(4403, "The token has expired"));
		}
	}

	private SocketClient open() {
		return SocketClient.open(this.api.address("/graphql"), SocketClient.SUBPROTOCOL);
	}

	private String token() {
		return this.editors.token("Nell", Permission.EDIT);
	}

	private static void connect(SocketClient client, String payload) {
		client.say("{\"type\":\"connection_init\",\"payload\":%s}".formatted(payload));
	}

	private static String viewer(SocketClient client) {
		client.subscribe("who", "{ viewer { name } }");
		return client.hear("next").at("/payload/data/viewer/name").asString("");
	}

}
