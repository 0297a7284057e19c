package io.broadsheet.gateway;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import graphql.parser.Parser;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.StoreCommands;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class DocumentLimitsTests {

	@Autowired
	private GraphQlClient client;

	@Autowired
	private StoreCommands store;

	@Test
	void tooManyTokensAreRefusedBeforeTheyAreParsed() {
		assertRefused("{ " + "id ".repeat(15_000) + "}", "tokens", 15_000, 15_002);
	}

	@Test
	void spacesCommasAndCommentsAreNoTokens() {
		assertThat(this.client.ask("{ __typename " + " ,\n".repeat(20_000) + "# no token\n".repeat(1_000) + "}")
			.get("errors")).isNull();
	}

	@Test
	void tooLargeADocumentIsRefused() {
		assertRefused("{ __typename } #" + "x".repeat(110_000), "document-size", 102_400, 110_016);
	}

	@Test
	void tooDeepADocumentIsRefused() {
		assertRefused("{ section(by: { slug: \"none\" }) " + "{ parent ".repeat(30) + "{ name }" + "}".repeat(31),
				"depth", 20, 32);
	}

	@Test
	void depthCountsWhatIsInsideOfFragments() {
		assertRefused("{ section(by: { slug: \"none\" }) { ...f0 } } " + IntStream.range(0, 30)
			.mapToObj((n) -> "fragment f%d on Section { parent { ...f%d } }".formatted(n, n + 1))
			.collect(Collectors.joining(" ")) + " fragment f30 on Section { name }", "depth", 20, 32);
	}

	@Test
	void tooManyAliasesAreRefused() {
		assertRefused("{ sections { " + aliased(101, "name") + "} }", "aliases", 100, 101);
	}

	@Test
	void aliasesOfAFragmentCountWhereverItIsSpread() {
		assertRefused(
				"{ a: sections { ...f } b: sections { ...f } } fragment f on Section { " + aliased(60, "name") + " }",
				"aliases", 100, 122);
	}

	@Test
	void tooManyFieldsAtTheTopAreRefused() {
		assertRefused("{ ...f } fragment f on Query { " + aliased(51, "__typename") + "}", "root-fields", 50, 51);
	}

	@Test
	void tooManyDirectivesAreRefused() {
		assertRefused("{ sections { name " + "@include(if: true) ".repeat(101) + "} }", "directives", 100, 101);
	}

	@Test
	void fragmentsThatMultiplyAreRefusedWithoutBeingSpread() {
		String fragments = IntStream.range(0, 15)
			.mapToObj((n) -> "fragment f%d on Section { parent { name ...f%d } children { name ...f%d } }".formatted(n,
					n + 1, n + 1))
			.collect(Collectors.joining(" "));

		assertRefused("{ sections { ...f0 } } " + fragments + " fragment f15 on Section { name }", "fields", 5_000,
				163_837);
	}

	@Test
	void aFragmentThatSpreadsItselfIsLeftToValidation() {
		JsonNode error = this.client.ask("{ sections { ...f } } fragment f on Section { parent { ...f } }")
			.at("/errors/0");

		assertThat(error.at("/extensions/code").asString()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
	}

	@Test
	void tokensAreCountedAsAParserFindsThem() {
		assertThat(Tokens
			.count("query Q($a: [Int!] = [-1, 2.5e3]) @x { a: b(c: \"\\\"#\", d: \"\"\"\\\"\"\" \"#\"\"\") ...F }"))
			.isEqualTo(35);
		assertThat(DocumentShape.of(new Parser().parseDocument("{ a { b c } } query Q { d }")).fields()).isEqualTo(4);
	}

	private static String aliased(int count, String field) {
		return IntStream.range(0, count)
			.mapToObj((n) -> "a%d: %s".formatted(n, field))
			.collect(Collectors.joining(" "));
	}

	private void assertRefused(String document, String limit, int allowed, int asked) {
		List<BsonDocument> commands = this.store.during(() -> {
			JsonNode answer = this.client.ask(document);
			JsonNode error = answer.at("/errors/0");
			assertThat(answer.has("data")).isFalse();
			assertThat(error.at("/extensions/code").asString()).isEqualTo("QUERY_TOO_COMPLEX");
			assertThat(error.at("/extensions/limit/name").asString()).isEqualTo(limit);
			assertThat(error.at("/extensions/limit/allowed").asInt()).isEqualTo(allowed);
			assertThat(error.at("/extensions/limit/asked").asInt()).isEqualTo(asked);
			assertThat(error.at("/extensions/help").asString()).isNotBlank();
			assertThat(error.get("message").asString()).contains("%,d".formatted(allowed), "%,d".formatted(asked));
		});
		assertThat(commands).isEmpty();
	}

}
