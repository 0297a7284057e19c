package io.broadsheet.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client that takes parts gets deferred fragments later, in the format that it names.
 */
@GatewayTest
class AnswersInPartsTests {

	private static final String PATHS = "multipart/mixed;deferSpec=20220824";

	private static final String IDS = "multipart/mixed;incrementalSpec=v0.2";

	private static final String URQL = "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed";

	private static final String STORY = "article(by: { slug: \"parts-of-a-story\" })";

	private static final JsonMapper json = JsonMapper.shared();

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@BeforeEach
	void publish() {
		this.newsroom.publish(article("Parts of a story").in("gsw"), article("More parts of a story").in("gsw"));
	}

	@Test
	void theFormatOf2022SaysPathsAndLabels() {
		List<JsonNode> parts = parts("{ %s { slug ... @defer(label: \"more\") { headline } } }", PATHS);

		assertThat(parts).containsExactly(json.readTree("""
				{"data":{"article":{"slug":"parts-of-a-story"}},"hasNext":true}"""), json.readTree("""
				{"incremental":[{"data":{"headline":"Parts of a story"},"path":["article"],"label":"more"}],
				"hasNext":false}"""));
	}

	@Test
	void thePresentFormatAnnouncesDeliversAndCompletesById() {
		List<JsonNode> parts = parts("{ %s { slug ... @defer(label: \"more\") { headline } } }", IDS);

		assertThat(parts).containsExactly(json.readTree("""
				{"data":{"article":{"slug":"parts-of-a-story"}},
				"pending":[{"id":"0","path":["article"],"label":"more"}],"hasNext":true}"""), json.readTree("""
				{"incremental":[{"id":"0","data":{"headline":"Parts of a story"}}],
				"completed":[{"id":"0"}],"hasNext":false}"""));
	}

	@Test
	void aFragmentWithinAnotherIsAnnouncedWhenItsPlaceIsThere() {
		List<JsonNode> parts = parts("{ ... @defer { %s { slug ... @defer { headline } } } }", IDS);

		assertThat(parts.get(0).get("pending")).hasSize(1);
		assertThat(parts.get(1).at("/pending/0/path")).isEqualTo(json.readTree("[\"article\"]"));
		assertThat(parts.get(2).at("/incremental/0/id")).isEqualTo(parts.get(1).at("/pending/0/id"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			multipart/mixed;deferSpec=20220824, application/json                                 | deferSpec=20220824
			multipart/mixed;incrementalSpec=v0.2, application/graphql-response+json              | incrementalSpec=v0.2
			multipart/mixed                                                                      | deferSpec=20220824
			application/json, multipart/mixed                                                    | deferSpec=20220824
			multipart/mixed;deferSpec=20220824;q=0.5, multipart/mixed;incrementalSpec="v0.2"     | incrementalSpec=v0.2
			""")
	void theTypeSaysTheFormat(String accept, String format) {
		HttpResponse<String> response = post("{ %s { slug ... @defer { headline } } }", accept);

		assertThat(response.headers().firstValue("Content-Type"))
			.hasValue("multipart/mixed;boundary=\"graphql\";" + format);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "*/*", "multipart/*, application/json", "multipart/form-data, */*",
			"multipart/mixed;deferSpec=1999, application/json", "multipart/mixed;q=0, application/json" })
	void whoDidNotAskForPartsGetsOneAnswer(String accept) {
		HttpResponse<String> response = post("{ %s { slug ... @defer { headline } } }", accept);

		assertThat(response.body())
			.isEqualTo("{\"data\":{\"article\":{\"slug\":\"parts-of-a-story\",\"headline\":\"Parts of a story\"}}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ %s { slug ... @defer(if: false) { headline } } }", "{ %s { slug headline } }",
			"{ nothing }", "{ article(by: { slug: \"of-no-story\" }) { slug ... @defer { headline } } }" })
	void whatIsNotDeferredIsOneAnswer(String query) {
		assertThat(post(query, URQL).headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("application/graphql-response+json"));
	}

	@Test
	void whoTakesNothingButPartsGetsOne() {
		List<JsonNode> parts = parts("{ %s { slug } }", "multipart/mixed");

		assertThat(parts).containsExactly(json.readTree("""
				{"data":{"article":{"slug":"parts-of-a-story"}},"hasNext":false}"""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ %s { id __typename ... @defer { id __typename headline } } }",
			"{ %s { body { text } ... @defer { body { html } share { total } } } }",
			"{ %s { slug ... @defer { share { total } } ... @defer { related { score } } } }",
			"{ %s { slug ...A @defer ...B @defer } } fragment A on Article { body { text } } fragment B on Article { body { html } headline }",
			"{ ... @defer { %s { related(first: 2) { article { slug ... @defer { share { total } } } } } } }",
			"{ articles(first: 3, filter: { languages: [\"gsw\"] }) { nodes { id ... @defer { related { score } share { total } } } } }",
			"{ %s { ... on Node { id } ... on Article @defer { ... on Node { id } authors { name } } } }" })
	void allPartsTogetherAreTheWholeAnswer(String query) {
		JsonNode whole = json.readTree(post(query, "application/json").body()).get("data");

		assertThat(PartsMerge.byPaths(parts(query, PATHS))).isEqualTo(whole);
		assertThat(PartsMerge.byIds(parts(query, IDS))).isEqualTo(whole);
	}

	@Test
	void whatIsAskedForOutsideTooIsNotPutOff() {
		List<JsonNode> parts = parts("{ %s { id __typename ... @defer { __typename headline } } }", PATHS);

		assertThat(parts.getFirst().at("/data/article").propertyNames()).containsExactly("id", "__typename");
		assertThat(parts.get(1).at("/incremental/0/data").propertyNames()).containsExactly("__typename", "headline");
	}

	@Test
	void anErrorInAPartIsLocated() {
		List<JsonNode> parts = parts("{ %s { slug ... @defer { related(first: 99) { score } } } }", PATHS);

		JsonNode error = parts.get(1).at("/incremental/0/errors/0");
		assertThat(error.get("path")).isEqualTo(json.readTree("[\"article\",\"related\"]"));
		assertThat(error.at("/locations/0/line").asInt()).isEqualTo(1);
		assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
		assertThat(error.at("/extensions/traceId").asString()).hasSize(32);
		assertThat(parts.get(1).at("/incremental/0/data/related").isNull()).isTrue();
	}

	@Test
	void mutationsHaveNoDeferredRoot() {
		HttpResponse<String> response = post("mutation { ... @defer { __typename } }", PATHS);

		assertThat(response.body()).contains("The root fields of a mutation cannot be deferred.");
	}

	private List<JsonNode> parts(String query, String accept) {
		return PartsMerge.parts(post(query, accept).body());
	}

	private HttpResponse<String> post(String query, String accept) {
		String body = json.writeValueAsString(Map.of("query", query.replace("%s", STORY)));
		return this.client.send(HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "application/json")
			.header("Accept", accept)
			.POST(BodyPublishers.ofString(body))
			.build());
	}

}
