package io.broadsheet.gateway;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.StoreCommands;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class CostTests {

	private final JsonMapper json = JsonMapper.builder().build();

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private StoreCommands store;

	@Autowired
	private GraphQlSource source;

	@Autowired
	private MeterRegistry meters;

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{ __typename }                                                              | 0
					{ __schema { types { fields { args { name } } } } }                         | 0
					{ articles(first: 7) { nodes { headline brief } } }                         | 8
					{ articles { nodes { headline } } }                                         | 21
					{ articles(last: 3) { edges { cursor node { id } } } }                      | 7
					{ articles(first: 2) { nodes { id } edges { node { id } } totalCount } }    | 8
					{ a: articles(first: 3) { nodes { id } } b: articles(first: 4) { nodes { id } } }       | 9
					{ articles(first: 3) { nodes { id } } articles(first: 3) { nodes { headline } } }       | 4
					{ ...F } fragment F on Query { articles(first: 3) { ... { nodes { ...G } } } } fragment G on Article { id } | 4
					{ articles(first: 3) @skip(if: true) { nodes { id } } sections { name } }   | 10
					{ topics(first: 5) { nodes { articles(first: 4) { nodes { authors { name } } } } } }    | 91
					{ nodes(ids: ["A1", "A2"]) { id ... on Article { authors { name } } ... on Topic { name } } } | 8
					{ trending { article { id } } }                                             | 25
					{ articles(first: 1000000) { nodes { id } } }                               | 1000001
					""")
	void everythingThatMayBeAnsweredIsCounted(String document, long cost) {
		assertThat(requested(document, Map.of())).isEqualTo(cost);
	}

	@Test
	void sizesComeFromVariablesToo() {
		String document = "query Q($n: Int = 3, $few: Boolean!) { articles(first: $n) { nodes { id authors @skip(if: $few) { name } } } }";

		assertThat(requested(document, Map.of("few", true))).isEqualTo(4);
		assertThat(requested(document, Map.of("few", true, "n", 5))).isEqualTo(6);
		assertThat(requested(document, Map.of("few", false, "n", 5))).isEqualTo(21);
	}

	@Test
	void whatIsRememberedOfAnOperationIsForTheSameSizesAlone() {
		String lists = "query Q($n: Int = 3) { ...L } fragment L on Query { articles(first: $n) { nodes { id } } }";
		String nodes = "query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }";

		for (int n = 0; n < 40; n++) {
			assertThat(requested(lists, Map.of("n", n))).isEqualTo(1 + n);
			assertThat(requested(nodes, Map.of("ids", Collections.nCopies(n, "A1")))).isEqualTo(n);
			assertThat(requested("query Q($id: ID!) { nodes(ids: [\"A1\", $id]) { id } }", Map.of("id", "A" + n)))
				.isEqualTo(2);
		}
		assertThat(requested(lists, Map.of())).isEqualTo(1 + 3);
		assertThat(requested(lists, Collections.singletonMap("n", null))).isEqualTo(1 + 20);
	}

	@Test
	void whatCostsTooMuchIsRefusedBeforeTheStoreIsAsked() {
		String document = IntStream.range(0, 10)
			.mapToObj("a%d: topics(first: 100) { nodes { articles(first: 100) { nodes { id } } } }"::formatted)
			.collect(Collectors.joining(" ", "{", "}"));
		double before = this.meters.counter("broadsheet.refused", "limit", "cost").count();

		List<BsonDocument> commands = this.store.during(() -> {
			JsonNode error = this.client.ask(document).at("/errors/0");
			assertThat(error.at("/extensions/code").asString()).isEqualTo("QUERY_TOO_COMPLEX");
			assertThat(error.at("/extensions/limit/allowed").asLong()).isEqualTo(10_000);
			assertThat(error.at("/extensions/limit/asked").asLong()).isEqualTo(102_010);
			assertThat(error.get("message").asString()).contains("10,000", "102,010");
			assertThat(error.at("/extensions/help").asString()).contains("first");
		});

		assertThat(commands).isEmpty();
		assertThat(this.meters.counter("broadsheet.refused", "limit", "cost").count()).isEqualTo(before + 1);
	}

	@Test
	void fiftyTopicsWithFiveArticlesAndTheirAuthorsPassWithRoom() {
		assertThat(requested(
				"{ topics(first: 50) { nodes { name articles(first: 5) { nodes { headline authors { name } } } } } }",
				Map.of()))
			.isLessThan(5_000);
	}

	@Test
	void everyExampleCostsFarLessThanTheLimit() throws IOException {
		for (Lesson lesson : Lesson.all(this.source.schema())) {
			Map<?, ?> variables = (lesson.variables() != null) ? this.json.readValue(lesson.variables(), Map.class)
					: Map.of();

			assertThat(requested(lesson.query(), variables)).as(lesson.query()).isLessThan(2_000);
		}
	}

	@Test
	void theCostIsToldToThoseWhoAskAlone() {
		this.newsroom.publish(Newsroom.article("Counted by cost").in("de-x-cost"));
		String document = "{ articles(first: 50, filter: { languages: [\"de-x-cost\"] }) { totalCount nodes { headline jsonLd } } }";

		JsonNode cost = answer(document, Map.of()).at("/extensions/cost");

		assertThat(cost.get("requested").asLong()).isEqualTo(1 + 1 + 50 * 3);
		assertThat(cost.get("actual").asLong()).isEqualTo(1 + 1 + 3);
		assertThat(cost.get("limit").asLong()).isEqualTo(10_000);
		assertThat(this.client.ask(document).has("extensions")).isFalse();
	}

	@Test
	void everyFieldThatCanBeSlicedSaysSo() {
		List<String> silent = this.source.schema()
			.getAllTypesAsList()
			.stream()
			.filter((type) -> type instanceof GraphQLObjectType)
			.flatMap((type) -> silent((GraphQLObjectType) type))
			.toList();

		assertThat(silent).isEmpty();
	}

	private static Stream<String> silent(GraphQLObjectType type) {
		return type.getFieldDefinitions()
			.stream()
			.filter((field) -> !type.getName().startsWith("__") && Stream.of("first", "last")
				.anyMatch((name) -> field.getArgument(name) != null
						&& !FieldCost.of(field).slicingArguments().contains(name)))
			.map(GraphQLFieldDefinition::getName)
			.map((name) -> type.getName() + "." + name);
	}

	private long requested(String document, Map<?, ?> variables) {
		JsonNode answer = answer(document, variables);
		JsonNode cost = answer.at("/extensions/cost/requested");
		assertThat(cost.isMissingNode()).as(answer.toString()).isFalse();
		return cost.asLong();
	}

	private JsonNode answer(String document, Map<?, ?> variables) {
		byte[] body = this.json.writeValueAsString(Map.of("query", document, "variables", variables))
			.getBytes(StandardCharsets.UTF_8);
		HttpRequest request = HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "application/json")
			.header("GraphQL-Cost", "report")
			.POST(BodyPublishers.ofByteArray(body))
			.build();
		return Objects.requireNonNull(this.json.readTree(this.client.send(request).body()));
	}

}
