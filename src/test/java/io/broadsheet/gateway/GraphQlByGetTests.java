package io.broadsheet.gateway;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A GET changes nothing, and what is wrong with its query string is told. */
@GatewayTest
class GraphQlByGetTests {

	@Autowired
	private GraphQlClient client;

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			mutation { __typename }                       | -
			mutation { __typename }                       | ''
			mutation M { __typename }                     | M
			query Q { __typename } mutation M {__typename}| M
			mutation M { __typename } query Q {__typename}| M
			""")
	void aMutationIsRefusedHoweverItIsNamed(String query, String operationName) {
		HttpResponse<String> response = get("query=" + encoded(query)
				+ ((operationName != null) ? "&operationName=" + encoded(operationName) : ""));

		assertThat(response.statusCode()).isEqualTo(405);
		assertThat(response.headers().firstValue("Allow")).hasValue("POST");
		assertThat(response.body()).contains("send a mutation by POST").doesNotContain("\"data\"");
	}

	@Test
	void aSubscriptionIsToldHowItIsAnswered() {
		HttpResponse<String> response = get("query=" + encoded("subscription { articlePublished { id } }"));

		assertThat(response.statusCode()).isEqualTo(406);
		assertThat(response.body()).contains("text/event-stream");
	}

	@Test
	void aQueryBesideAMutationIsAnswered() {
		HttpResponse<String> response = get(
				"query=" + encoded("mutation M { __typename } query Q { __typename }") + "&operationName=Q");

		assertThat(response.body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
	}

	@Test
	void variablesAreJson() {
		HttpResponse<String> response = get("query=" + encoded("query ($on: Boolean!) { __typename @include(if: $on) }")
				+ "&variables=" + encoded("{\"on\":false}"));

		assertThat(response.body()).isEqualTo("{\"data\":{}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "query=", "query=%ff", "query=a&query=b", "query=a&variables=5",
			"query=a&variables=%7B", "query=a&extensions=%5B%5D" })
	void aMalformedQueryStringIsTheClientsFault(String queryString) {
		HttpResponse<String> response = get(queryString);

		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("\"code\":\"BAD_USER_INPUT\"");
	}

	private HttpResponse<String> get(String queryString) {
		return this.client.send(HttpRequest.newBuilder(this.client.address("/graphql?" + queryString)).build());
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
