package io.broadsheet.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.Editors;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.TestClock;
import io.broadsheet.access.Permission;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers from memory, which alone say how old they are. */
@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class KeptAnswersTests {

	private static final String AGE = "Age";

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private Editors editors;

	@Autowired
	private TestClock clock;

	@Test
	void whatWasAskedBeforeIsGivenFromMemory() {
		this.newsroom.publish(Newsroom.article("Kept once").brief("In memory."));
		String document = "{ article(by: { slug: \"kept-once\" }) { headline brief } }";

		HttpResponse<String> first = get(document);
		HttpResponse<String> second = get(document);

		assertThat(isKept(first)).isFalse();
		assertThat(isKept(second)).isTrue();
		assertThat(second.body()).isEqualTo(first.body()).contains("In memory.");
		for (String header : new String[] { "Content-Type", "Cache-Control", "ETag", "Surrogate-Key", "Cache-Tag",
				"X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy" }) {
			assertThat(header(second, header)).as(header).isNotEmpty().isEqualTo(header(first, header));
		}
		assertThat(isKept(post(body(document), "application/json"))).isTrue();
	}

	@Test
	void eachIsToldTheTypeThatItTakes() {
		String body = body("{ sections { name slug } } # types");
		post(body, "application/json");

		for (int n = 0; n < 2; n++) {
			for (String type : new String[] { "application/json", "application/graphql-response+json" }) {
				HttpResponse<String> response = post(body, type);
				assertThat(isKept(response)).isTrue();
				assertThat(header(response, "Content-Type")).startsWith(type);
			}
		}
	}

	@Test
	void theOrderOfVariablesDoesNotMatter() {
		String query = "\"query\":\"query($a: Int, $b: Int) { one: articles(first: $a) { totalCount } other: articles(first: $b) { totalCount } }\"";
		post("{" + query + ",\"variables\":{\"a\":1,\"b\":2}}", "application/json");

		assertThat(isKept(post("{\"variables\":{\"b\":2,\"a\":1}," + query + "}", "application/json"))).isTrue();
		assertThat(isKept(post("{\"variables\":{\"b\":1,\"a\":2}," + query + "}", "application/json"))).isFalse();
	}

	@Test
	void aDocumentIsFoundByItsHashToo() {
		String document = "{ sections { name url } } # by hash";
		String hash = "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"%s\"}}"
			.formatted(TrustedDocument.hash(document));
		post("{\"query\":\"" + document + "\"," + hash + "}", "application/json");

		assertThat(isKept(post("{" + hash + "}", "application/json"))).isFalse();
		assertThat(isKept(post("{" + hash + "}", "application/json"))).isTrue();
	}

	@Test
	void aChangeIsSeenAtOnce() {
		String document = "{ article(by: { slug: \"kept-and-changed\" }) { headline brief } }";
		for (String brief : new String[] { "First.", "Second." }) {
			this.newsroom.publish(Newsroom.article("Kept and changed").brief(brief));

			assertThat(get(document).body()).contains(brief);
			assertThat(get(document).body()).contains(brief);
		}
	}

	@Test
	void whatElseChangesDropsNothing() {
		this.newsroom.publish(Newsroom.article("Kept beside another"));
		String document = "{ article(by: { slug: \"kept-beside-another\" }) { headline } }";
		get(document);

		this.newsroom.publish(Newsroom.article("Another beside"));

		assertThat(isKept(get(document))).isTrue();
	}

	@Test
	void whatWasNotThereIsFoundOnceItIs() {
		String document = "{ article(by: { slug: \"kept-as-missing\" }) { headline } }";
		assertThat(get(document).body()).contains("\"article\":null");
		assertThat(isKept(get(document))).isTrue();

		this.newsroom.publish(Newsroom.article("Kept as missing"));

		assertThat(get(document).body()).contains("Kept as missing");
	}

	@Test
	void aShareIsCountedAtOnce() {
		ArticleBuilder story = Newsroom.article("Kept and shared");
		this.newsroom.publish(story);
		String document = "{ article(by: { slug: \"kept-and-shared\" }) { share { total } } }";
		get(document);

		this.client.ask("mutation { shareRecord(input: { articleId: \"" + story.id()
				+ "\", channel: X, idempotencyKey: \"kept\" }) { errors { message } } }");

		assertThat(get(document).body()).contains("\"total\":1");
	}

	@Test
	void whoHasTheAnswerIsToldSoFromMemory() {
		String document = "{ sections { slug description } } # known";
		String tag = header(get(document), "ETag");

		HttpResponse<String> response = this.client.send(request(document).header("If-None-Match", tag).build());

		assertThat(response.statusCode()).isEqualTo(304);
		assertThat(response.body()).isEmpty();
		assertThat(isKept(response)).isTrue();
		assertThat(header(response, "ETag")).isEqualTo(tag);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void itIsCompressedForWhoTakesThat(boolean byGet) throws IOException, InterruptedException {
		String document = "{ __schema { types { name description kind } } } # " + byGet;
		HttpRequest.Builder request = byGet ? request(document) : posted(body(document));
		HttpRequest compressed = request.header("Accept-Encoding", "gzip, br").build();
		this.client.send(compressed);

		HttpResponse<byte[]> response = HttpClient.newHttpClient().send(compressed, BodyHandlers.ofByteArray());

		assertThat(response.headers().firstValue(AGE)).isPresent();
		assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(),
				StandardCharsets.UTF_8))
			.isEqualTo(get(document).body());
	}

	@Test
	void itGrowsOldAndIsGivenOnceMoreWhileANewOneIsMade() {
		String document = "{ trending(first: 3) { shares } }";
		get(document);
		this.clock.pass(Duration.ofSeconds(29));
		assertThat(header(get(document), AGE)).isEqualTo("29");

		this.clock.pass(Duration.ofSeconds(11));
		assertThat(header(get(document), AGE)).isEqualTo("40");
		Awaitility.await().until(() -> header(get(document), AGE).equals("0"));

		this.clock.pass(Duration.ofMinutes(2));
		assertThat(isKept(get(document))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ viewer { name } }", "{ nothing }", "{ articles(first: 1000) { totalCount } }",
			"mutation { __typename }" })
	void whatIsNotForAllIsNotKept(String document) {
		post(body(document), "application/json");

		assertThat(isKept(post(body(document), "application/json"))).isFalse();
	}

	@Test
	void editorsHaveTheirsExecuted() {
		String document = "{ sections { name id } } # editors";
		get(document);

		HttpResponse<String> response = this.client
			.send(request(document).header("Authorization", "Bearer " + this.editors.token("Nell", Permission.EDIT))
				.build());

		assertThat(isKept(response)).isFalse();
		assertThat(header(response, "Cache-Control")).startsWith("private");
		assertThat(isKept(get(document))).isTrue();
	}

	@Test
	void whoWantsToKnowTheCostHasItExecuted() {
		String document = "{ sections { name id } } # cost";
		get(document);

		HttpResponse<String> response = this.client.send(request(document).header("GraphQL-Cost", "report").build());

		assertThat(isKept(response)).isFalse();
		assertThat(response.body()).contains("\"cost\":{");
	}

	@Test
	void itIsMeasuredAndLoggedLikeAnyOther(CapturedOutput output) {
		String document = "query KeptAndLogged { sections { name } }";
		for (int n = 0; n < 3; n++) {
			get(document);
		}

		List<String> lines = Awaitility.await()
			.until(() -> output.getAll().lines().filter((line) -> line.contains("KeptAndLogged")).toList(),
					(logged) -> logged.size() == 3);
		assertThat(lines).allSatisfy(
				(line) -> assertThat(line).containsPattern("KeptAndLogged [0-9a-f]{16} cost \\d+ OK in \\d+ ms"));
		String metrics = this.client.send(HttpRequest.newBuilder(this.client.address("/actuator/prometheus")).build())
			.body();
		assertThat(metrics).containsPattern("graphql_request_seconds_count\\{[^}]*KeptAndLogged[^}]*} 3")
			.containsPattern("cache_gets_total\\{cache=\"answers\",result=\"hit\"} [1-9]");
	}

	private static boolean isKept(HttpResponse<String> response) {
		return response.headers().firstValue(AGE).isPresent();
	}

	private HttpResponse<String> get(String document) {
		return this.client.send(request(document).build());
	}

	private HttpRequest.Builder request(String document) {
		return HttpRequest
			.newBuilder(this.client.address("/graphql?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8)));
	}

	private HttpResponse<String> post(String body, String accept) {
		return this.client.send(posted(body).header("Accept", accept).build());
	}

	private HttpRequest.Builder posted(String body) {
		return HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body));
	}

	private static String body(String document) {
		return "{\"query\":\"" + document.replace("\"", "\\\"") + "\"}";
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

}
