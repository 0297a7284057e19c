package io.broadsheet.gateway;

import java.time.Duration;
import java.net.http.WebSocketHandshakeException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.SocketClient;
import io.broadsheet.SocketClient.Closed;
import io.broadsheet.TestClock;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Every rule of the protocol {@code graphql-transport-ws}, one by one. */
@GatewayTest
class SocketProtocolTests {

	private static final String PUBLISHED = "subscription { articlePublished(filter: { languages: [\"fy\"] }) { headline } }";

	@Autowired
	private GraphQlClient api;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private TestClock clock;

	private @Nullable SocketClient opened;

	@AfterEach
	void close() {
		if (this.opened != null) {
			this.opened.close();
		}
	}

	@Test
	void aClientThatConnectsIsAcknowledged() {
		open();
		client().say("{\"type\":\"connection_init\",\"payload\":{\"anything\":[1]}}");

		assertThat(client().hear("connection_ack").toString()).isEqualTo("{\"type\":\"connection_ack\"}");
	}

	@Test
	void aSocketWithoutTheSubprotocolIsClosed() {
		this.opened = SocketClient.open(this.api.address("/graphql"), null);

		assertThat(client().awaitClose()).isEqualTo(new Closed(4406, "Subprotocol not acceptable"));
	}

	@Test
	void aSocketWithAnotherSubprotocolIsClosed() {
		this.opened = SocketClient.open(this.api.address("/graphql"), "graphql-ws");

		assertThat(client().awaitClose().code()).isEqualTo(4406);
	}

	@Test
	void aClientThatDoesNotConnectInTimeIsSentAway() {
		open();
		assertThat(client().hasHeardNothingMore()).isTrue();
		this.clock.pass(Duration.ofSeconds(5));

		assertThat(client().awaitClose()).isEqualTo(new Closed(4408, "Connection initialisation timeout"));
	}

	@Test
	void connectingTwiceClosesTheSocket() {
		connect();
		client().say("{\"type\":\"connection_init\"}");

		assertThat(client().awaitClose()).isEqualTo(new Closed(4429, "Too many initialisation requests"));
	}

	@Test
	void anOperationBeforeTheConnectionClosesTheSocket() {
		open();
		client().subscribe("1", "{ __typename }");

		assertThat(client().awaitClose()).isEqualTo(new Closed(4401, "Unauthorized"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no JSON", "[]", "\"text\"", "null", "{}", "{\"type\":1}", "{\"type\":\"shout\"}",
			"{\"type\":\"start\"}", "{\"type\":\"next\",\"id\":\"1\"}", "{\"type\":\"connection_ack\"}",
			"{\"type\":\"connection_init\",\"payload\":\"token\"}", "{\"type\":\"ping\",\"payload\":1}",
			"{\"type\":\"pong\",\"payload\":[]}", "{\"type\":\"ping\"} {}", "{\"type\":\"ping\",\"type\":\"pong\"}" })
	void whatIsNoMessageClosesTheSocket(String text) {
		open();
		client().say(text);

		assertThat(client().awaitClose().code()).isEqualTo(4400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{ __typename }\"}}",
			"{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{\"query\":\"{ __typename }\"}}",
			"{\"type\":\"subscribe\",\"id\":7,\"payload\":{\"query\":\"{ __typename }\"}}",
			"{\"type\":\"subscribe\",\"id\":\"1\"}", "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}",
			"{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":5}}",
			"{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{ __typename }\",\"variables\":[]}}",
			"{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{ __typename }\",\"operationName\":1}}",
			"{\"type\":\"complete\"}" })
	void aMalformedMessageOfAConnectedClientClosesTheSocket(String text) {
		connect();
		client().say(text);

		assertThat(client().awaitClose().code()).isEqualTo(4400);
	}

	@Test
	void bytesCloseTheSocket() {
		connect();
		client().sayInBytes();

		assertThat(client().awaitClose().code()).isEqualTo(4400);
	}

	@Test
	void aMessageThatIsTooLargeClosesTheSocket() {
		connect();
		client().say("{\"type\":\"ping\",\"payload\":{\"text\":\"%s\"}}".formatted("x".repeat(300_000)));

		assertThat(client().awaitClose().code()).isEqualTo(1009);
	}

	@Test
	void aPingIsAnsweredWithItsPayloadEvenBeforeConnecting() {
		open();
		client().say("{\"type\":\"ping\",\"payload\":{\"n\":7}}");

		assertThat(client().hear("pong").at("/payload/n").asInt()).isEqualTo(7);
	}

	@Test
	void aPongIsTakenInSilence() {
		connect();
		client().say("{\"type\":\"pong\"}");

		assertThat(client().hasHeardNothingMore()).isTrue();
	}

	@Test
	void aQueryIsAnsweredOnceAndCompleted() {
		connect();
		client().subscribe("q", "{ __typename }");

		assertThat(client().hear("next").toString())
			.isEqualTo("{\"id\":\"q\",\"type\":\"next\",\"payload\":{\"data\":{\"__typename\":\"Query\"}}}");
		assertThat(client().hear("complete").toString()).isEqualTo("{\"id\":\"q\",\"type\":\"complete\"}");
		assertThat(client().hasHeardNothingMore()).isTrue();
	}

	@Test
	void aMutationIsAnswered() {
		ArticleBuilder story = article("Shared on a socket");
		this.newsroom.publish(story);
		connect();
		client().subscribe("m", """
				mutation { shareRecord(input: { articleId: "%s", channel: X, idempotencyKey: "socket" }) {
				  share { total }
				} }""".formatted(story.id()));

		assertThat(client().hear("next").at("/payload/data/shareRecord/share/total").asInt()).isOne();
		client().hear("complete");
	}

	@Test
	void variablesAndTheOperationsNameCount() {
		connect();
		client().say("""
				{"id": "v", "type": "subscribe", "payload": {
				  "query": "query A { __typename } query B($on: Boolean!) { b: __typename @include(if: $on) }",
				  "operationName": "B", "variables": {"on": true}, "extensions": null}}""");

		assertThat(client().hear("next").at("/payload/data/b").asString()).isEqualTo("Query");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{ nonsense }", "query ($id: ID!) { node(id: $id) { id } }",
			"subscription { articlePublished(filter: { topicsAny: [\"no id\"] }) { id } }",
			"subscription { articleUpdated(id: \"A0000000000000000\") { id } }" })
	void anOperationThatCannotBeginIsAnErrorAndNothingElse(String query) {
		connect();
		client().subscribe("e", query);

		JsonNode error = client().hear("error");
		assertThat(error.at("/id").asString()).isEqualTo("e");
		assertThat(error.at("/payload/0/message").asString()).isNotBlank();
		assertThat(error.at("/payload/0/extensions/code").asString()).isNotBlank();
		assertThat(error.at("/payload/0/extensions/traceId").asString()).isNotBlank();
		assertThat(client().hasHeardNothingMore()).isTrue();
	}

	@Test
	void anErrorWithinAnAnswerIsPartOfIt() {
		connect();
		client().subscribe("e", "{ node(id: \"nonsense\") { id } }");

		JsonNode next = client().hear("next");
		assertThat(next.at("/payload/data/node").isNull()).isTrue();
		assertThat(next.at("/payload/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
		client().hear("complete");
	}

	@Test
	void anIdThatIsInUseClosesTheSocket() {
		connect();
		client().subscribe("same", PUBLISHED);
		client().subscribe("same", PUBLISHED);

		assertThat(client().awaitClose()).isEqualTo(new Closed(4409, "Subscriber for same already exists"));
	}

	@Test
	void anIdIsFreeAgainWhenItsOperationIsComplete() {
		connect();
		client().subscribe("again", "{ __typename }");
		client().hear("next");
		client().hear("complete");
		client().subscribe("again", "{ nonsense }");
		client().hear("error");
		client().subscribe("again", PUBLISHED);
		client().complete("again");
		client().subscribe("again", "{ __typename }");

		client().hear("next");
		client().hear("complete");
	}

	@Test
	void aSubscriptionIsToldOfUntilTheClientHasEnough() {
		connect();
		client().listen("s", PUBLISHED);
		this.newsroom.publish(article("Heard on a socket").in("fy"));

		assertThat(client().hear("next").at("/payload/data/articlePublished/headline").asString())
			.isEqualTo("Heard on a socket");
		client().complete("s");
		assertThat(client().hasHeardNothingMore()).isTrue();
		this.newsroom.publish(article("Not heard any more").in("fy"));
		assertThat(client().hasHeardNothingMore()).isTrue();
	}

	@Test
	void completingWhatIsNotThereIsTakenInSilence() {
		connect();
		client().complete("never heard of");

		assertThat(client().hasHeardNothingMore()).isTrue();
	}

	@Test
	void moreOperationsThanAllowedAreRefusedOneByOne() {
		connect();
		IntStream.rangeClosed(1, 21).forEach((n) -> client().subscribe("op" + n, PUBLISHED));

		JsonNode error = client().hear("error");
		assertThat(error.at("/id").asString()).isEqualTo("op21");
		assertThat(error.at("/payload/0/extensions/code").asString()).isEqualTo("RATE_LIMITED");
		assertThat(error.at("/payload/0/extensions/limit").asInt()).isEqualTo(20);
		client().complete("op1");
		client().subscribe("op22", "{ __typename }");
		assertThat(client().hear("next").at("/id").asString()).isEqualTo("op22");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "null", "nonsense", "http://localhost:1" })
	void aPageOfAnotherOriginMayNotOpenASocket(String origin) {
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> SocketClient.connect(this.api.address("/graphql"), "Origin", origin))
			.satisfies(
					(thrown) -> assertThat(thrown.getCause()).isInstanceOfSatisfying(WebSocketHandshakeException.class,
							(refused) -> assertThat(Objects.requireNonNull(refused.getResponse()).statusCode())
								.isEqualTo(403)));
	}

	@Test
	void thePageOfTheGatewayItselfMayOpenASocket() {
		this.opened = SocketClient.connect(this.api.address("/graphql"), "Origin", this.api.address("").toString());

		assertThat(client().hasHeardNothingMore()).isTrue();
	}

	private SocketClient client() {
		return Objects.requireNonNull(this.opened);
	}

	private void open() {
		this.opened = SocketClient.open(this.api.address("/graphql"), GraphQlSocket.SUBPROTOCOL);
	}

	private void connect() {
		this.opened = SocketClient.connect(this.api.address("/graphql"));
	}

}
