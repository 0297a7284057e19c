package io.broadsheet.gateway;

import java.util.Map;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What a client reads when its document or its variables are wrong. */
@GatewayTest
class ErrorWordsTests {

	@Autowired
	private GraphQlClient client;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{ nothing }                              | There is no field "nothing" on the type "Query".
					{ article { id } }                       | The field needs the argument "by".
					{ node(id: 3.5) { id } }                 | "id" is not a valid "ID": It must be a string in quotes.
					{ articles(first: "a") { totalCount } }  | "first" is not a valid "Int": It must be a whole number, not a string in quotes.
					{ topics(kind: "PLACE") { totalCount } } | "kind" is not a valid "TopicKind": It must be a name without quotes, not a string in quotes.
					{ topics(kind: TOWN) { totalCount } }    | "kind" is not a valid "TopicKind": "TOWN" is not a value of "TopicKind".
					{ article(by: {}) { id } }               | "by" must have exactly one field of "ArticleKey".
					{ article(by: { id: "a", slug: "b" }) { id } } | "by" must have exactly one field of "ArticleKey".
					{ article(by: { nope: "x" }) { id } }    | "by" of type "ArticleKey" has no field "nope".
					{ article(by: "x") { id } }              | "by" must be an object in braces.
					{ __typename { x } }                     | The field "__typename" of type "String!" has no fields of its own: remove the braces behind it.
					query ($x: Int) { __typename }           | The variable "$x" is not used: use it or remove it.
					{ node(id: $x) { id } }                  | The variable "$x" is not declared by the operation.
					{ article( }                             | This is not GraphQL: } cannot be at line 1, column 12.
					subscription { x }                       | There is no field "x" on the type "Subscription".
					""")
	void documentsAreToldWhatIsWrong(String document, String message) {
		assertThat(message(this.client.ask(document))).isEqualTo(message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					ArticleKey!    | {}                         | An input of type "ArticleKey" must have exactly one of its fields.
					ArticleKey!    | {"id": "a", "slug": "b"}   | An input of type "ArticleKey" must have exactly one of its fields.
					ArticleKey!    | {"slug": 5}                | Variable "$x" has an invalid value: It must be a string in quotes.
					ArticleKey!    | {"nope": 5}                | An input of type "ArticleKey" has no field "nope".
					ArticleKey!    | "bridge"                   | Variable "$x" has an invalid value: It must be an object.
					ArticleKey!    | null                       | Variable "$x" needs a value of type "ArticleKey!".
					ArticleKey!    | {"slug": [{"a": 1}]}       | Variable "$x" has an invalid value: It must be a string in quotes.
					""")
	void variablesAreToldWhatWouldBeRight(String type, String value, String message) {
		String document = "query ($x: %s) { article(by: $x) { id } }".formatted(type);
		JsonNode variables = JsonMapper.shared().readTree("{\"x\": " + value + "}");

		JsonNode answer = this.client.ask(document, Map.of("x", variables.get("x")));

		assertThat(message(answer)).isEqualTo(message);
		assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
		assertThat(answer.at("/errors/0/locations/0/line").asInt()).isEqualTo(1);
	}

	@Test
	void aNullWhereOneKeyIsNeededIsTheClientsFault() {
		JsonNode answer = this.client.ask("{ article(by: { slug: null }) { id } }");

		assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
		assertThat(answer.at("/errors/0/path/0").asString()).isEqualTo("article");
	}

	@Test
	void theCodeIsNotSaidAgainAsAClassification() {
		assertThat(this.client.ask("{ nothing }").at("/errors/0/extensions").propertyNames())
			.containsExactlyInAnyOrder("code", "traceId");
	}

	private static String message(JsonNode answer) {
		return answer.at("/errors/0/message").asString();
	}

}
