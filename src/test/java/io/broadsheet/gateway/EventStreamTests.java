package io.broadsheet.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.Editors;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.TestClock;
import io.broadsheet.access.Permission;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/** The protocol {@code graphql-sse} in its mode of distinct connections. */
@GatewayTest
class EventStreamTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final String EVENTS = "text/event-stream";

	@Autowired
	private GraphQlClient api;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private Editors editors;

	@Autowired
	private TestClock clock;

	@Autowired
	private LiveConnections connections;

	private final HttpClient http = HttpClient.newHttpClient();

	/** Connections of earlier tests may still be leaving. */
	@BeforeEach
	void nobodyElseIsConnected() {
		this.connections.stop();
		this.connections.start();
	}

	@Test
	void aQueryByPostIsOneResultAndItsEnd() {
		HttpResponse<String> response = this.api.send(post("{ __typename }", EVENTS).build());

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=utf-8");
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(response.body()).isEqualTo("""
				event: next
				data: {"data":{"__typename":"Query"}}

				event: complete
				data:

				""");
	}

	@Test
	void aQueryByGetIsAnsweredAlike() {
		assertThat(this.api.send(get("{ __typename }").build()).body())
			.isEqualTo(this.api.send(post("{ __typename }", EVENTS).build()).body());
	}

	@Test
	void aMutationIsAnsweredByPostAlone() {
		ArticleBuilder story = article("Shared by events");
		this.newsroom.publish(story);
		String mutation = "mutation { shareRecord(input: {articleId: \"%s\", channel: X, idempotencyKey: \"sse\"}) { share { total } } }"
			.formatted(story.id());

		assertThat(this.api.send(post(mutation, EVENTS).build()).body()).contains("\"total\":1");
		HttpResponse<String> refused = this.api.send(get(mutation).build());
		assertThat(refused.statusCode()).isEqualTo(405);
		assertThat(refused.headers().firstValue("Allow")).hasValue("POST");
		assertThat(refused.body()).startsWith("event: next\ndata: {\"errors\"").endsWith("event: complete\ndata:\n\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{ nonsense }", "query ($id: ID!) { node(id: $id) { id } }",
			"subscription { articleUpdated(id: \"A0000000000000000\") { id } }" })
	void whatIsWrongWithADocumentIsAResultOfAnAcceptedStream(String query) {
		HttpResponse<String> response = this.api.send(post(query, EVENTS).build());

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("event: next\ndata: {\"errors\":[{\"message\":")
			.contains("\"traceId\":")
			.endsWith("event: complete\ndata:\n\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{               | application/json | 400
			[]              | application/json | 400
			{"query": 5}    | application/json | 400
			{"query": "{a}"}| text/plain       | 415
			""")
	void whatIsWrongWithARequestHasItsStatusAndTheSameForm(String body, String type, int status) {
		HttpResponse<String> response = this.api.send(HttpRequest.newBuilder(this.api.address("/graphql"))
			.header("Content-Type", type)
			.header("Accept", EVENTS)
			.POST(BodyPublishers.ofString(body))
			.build());

		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=utf-8");
		assertThat(response.body()).startsWith("event: next\ndata: {\"errors\":")
			.endsWith("event: complete\ndata:\n\n");
	}

	@Test
	void aTokenThatIsNotAcceptedIsToldInTheSameForm() {
		HttpResponse<String> response = this.api
			.send(post("{ __typename }", EVENTS).header("Authorization", "Bearer nonsense").build());

		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).startsWith("event: next").contains("UNAUTHENTICATED");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aSubscriptionIsToldUntilTheClientLeaves(boolean byGet) throws IOException {
		String language = byGet ? "ast" : "an";
		String query = "subscription { articlePublished(filter: { languages: [\"%s\"] }) { headline } }"
			.formatted(language);
		try (Stream stream = open((byGet ? get(query) : post(query, EVENTS)).build())) {
			assertThat(stream.line()).isEqualTo(":");
			assertThat(stream.line()).isEmpty();
			this.newsroom.publish(article("One in " + language).in(language));
			this.newsroom.publish(article("Two in " + language).in(language));

			assertThat(stream.line()).isEqualTo("event: next");
			assertThat(stream.line()).contains("\"headline\":\"One in ");
			assertThat(stream.line()).isEmpty();
			assertThat(stream.line()).isEqualTo("event: next");
			assertThat(stream.line()).contains("\"headline\":\"Two in ");
		}
		Awaitility.await().atMost(SOON).until(() -> this.connections.size() == 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/graphql-response+json", "*/*" })
	void aSubscriptionNeedsAClientThatTakesEvents(String accept) {
		HttpResponse<String> response = this.api.send(post("subscription { articlePublished { id } }", accept).build());

		assertThat(response.statusCode()).isEqualTo(406);
		assertThat(response.body()).contains("text/event-stream");
	}

	@Test
	void aClientThatTakesBothGetsJsonForAQueryAndEventsForASubscription() throws IOException {
		String both = "application/graphql-response+json, application/json, text/event-stream, multipart/mixed";

		assertThat(this.api.send(post("{ __typename }", both).build()).body())
			.isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
		try (Stream stream = open(post("subscription { articlePublished { id } }", both).build())) {
			assertThat(stream.line()).isEqualTo(":");
		}
	}

	@Test
	void aStreamEndsWhenItsTokenExpires() throws IOException {
		HttpRequest request = post("subscription { articlePublished { id } }", EVENTS)
			.header("Authorization", "Bearer " + this.editors.token("Nell", Permission.EDIT))
			.build();
		try (Stream stream = open(request)) {
			assertThat(stream.line()).isEqualTo(":");
			this.clock.pass(Duration.ofDays(31));

			assertThat(stream.rest()).contains("UNAUTHENTICATED").endsWith("event: complete\ndata:\n\n");
		}
	}

	@Test
	void aStreamIsCutOffAtTheEndSoThatItsClientGoesOnElsewhere() throws IOException {
		try (Stream stream = open(get("subscription { articlePublished { id } }").build())) {
			assertThat(stream.line()).isEqualTo(":");

			this.connections.stop();

			assertThat(stream.rest()).doesNotContain("complete");
		}
		finally {
			this.connections.start();
		}
	}

	private Stream open(HttpRequest request) {
		try {
			HttpResponse<InputStream> response = this.http.send(request, BodyHandlers.ofInputStream());
			assertThat(response.statusCode()).isEqualTo(200);
			return new Stream(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private HttpRequest.Builder post(String query, String accept) {
		return HttpRequest.newBuilder(this.api.address("/graphql"))
			.header("Content-Type", "application/json")
			.header("Accept", accept)
			.POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Map.of("query", query))));
	}

	private HttpRequest.Builder get(String query) {
		return HttpRequest
			.newBuilder(this.api.address("/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
			.header("Accept", EVENTS);
	}

	/**
	 * A stream that is open.
	 *
	 * @param lines what is read of it
	 */
	private record Stream(BufferedReader lines) implements AutoCloseable {

		String line() throws IOException {
			return String.valueOf(this.lines.readLine());
		}

		String rest() throws IOException {
			return this.lines.readAllAsString();
		}

		@Override
		public void close() throws IOException {
			this.lines.close();
		}

	}

}
