package io.broadsheet.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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

@GatewayTest
class GraphQlOverHttpTests {

	private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

	@Autowired
	private GraphQlClient client;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{bad                                      | not valid JSON at line 1, column 2
			                                          | The body is empty
			'  '                                      | The body is empty
			[]                                        | Batches are not answered here
			"text"                                    | must be a JSON object
			{}                                        | There is no "query"
			{"query": 7}                              | "query" must be a string
			{"query": " "}                            | "query" is empty
			{"query": "{a}", "variables": []}         | "variables" must be a JSON object or null
			{"query": "{a}", "operationName": 1}      | "operationName" must be a string or null
			{"query": "{a}", "query": "{b}"}          | not valid JSON
			{"query": "{a}"} {}                       | not valid JSON
			""")
	void aMalformedRequestIsAnsweredInGraphQlsForm(String body, String message) {
		HttpResponse<String> response = post((body != null) ? body : "", "application/json");

		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains(message.replace("\"", "\\\""), "\"code\":\"BAD_USER_INPUT\"", "traceId")
			.doesNotContain("jackson", "Exception");
	}

	@Test
	void whatIsNotJsonIsNotTaken() {
		HttpRequest form = HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "text/plain")
			.POST(BodyPublishers.ofString("{\"query\":\"{__typename}\"}"))
			.build();

		assertThat(this.client.send(form).statusCode()).isEqualTo(415);
	}

	@Test
	void aBodyInAnotherEncodingThanUtf8IsNotTaken() {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.client.address("/graphql"))
			.POST(BodyPublishers.ofString("{\"query\":\"{__typename}\"}", StandardCharsets.UTF_16));

		HttpResponse<String> silent = this.client.send(request.setHeader("Content-Type", "application/json").build());
		HttpResponse<String> named = this.client
			.send(request.setHeader("Content-Type", "application/json;charset=utf-16").build());

		assertThat(silent.statusCode()).isEqualTo(400);
		assertThat(silent.body()).contains("must be JSON in UTF-8");
		assertThat(named.statusCode()).isEqualTo(415);
	}

	@Test
	void aCharacterThatIsEncodedAtTooGreatLengthIsNotTaken() {
		byte[] body = "{\"query\":\"{__typename}#..\"}".getBytes(StandardCharsets.UTF_8);
		body[body.length - 4] = (byte) 0xC0;
		body[body.length - 3] = (byte) 0xAF;

		HttpResponse<String> response = this.client.send(HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofByteArray(body))
			.build());

		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("must be JSON in UTF-8");
	}

	@Test
	void anEmptyOperationNameIsNone() {
		String one = "{\"query\":\"query A { __typename }\", \"operationName\":\"\"}";
		String two = "{\"query\":\"query A { __typename } query B { __typename }\", \"operationName\":\"\"}";

		assertThat(post(one, GRAPHQL_RESPONSE).statusCode()).isEqualTo(200);
		assertThat(post(two, GRAPHQL_RESPONSE).statusCode()).isEqualTo(400);
	}

	@Test
	void anAcceptHeaderMayHaveSeveralLines() {
		HttpRequest request = HttpRequest.newBuilder(this.client.address("/graphql?query=%7B__typename%7D"))
			.header("Accept", "text/html")
			.header("Accept", GRAPHQL_RESPONSE)
			.build();

		assertThat(this.client.send(request).statusCode()).isEqualTo(200);
	}

	@Test
	void headIsAGetWithoutABody() {
		HttpResponse<String> response = this.client
			.send(HttpRequest.newBuilder(this.client.address("/graphql?query=%7B__typename%7D")).HEAD().build());

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Length")).hasValue("31");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "DELETE", "PATCH" })
	void otherMethodsAreToldWhichThereAre(String method) {
		HttpResponse<String> response = this.client.send(HttpRequest.newBuilder(this.client.address("/graphql"))
			.method(method, BodyPublishers.noBody())
			.build());

		assertThat(response.statusCode()).isEqualTo(405);
		assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, POST, OPTIONS");
	}

	@Test
	void aBodyOfMoreThanAMegabyteIsNotTaken() {
		assertThat(post("{\"query\":\"" + "x".repeat(1 << 20) + "\"}", GRAPHQL_RESPONSE).statusCode()).isEqualTo(413);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			application/json                                                  | application/json
			*/*                                                               | application/json
			application/*                                                     | application/json
			application/graphql-response+json                                 | application/graphql-response+json
			application/graphql-response+json; charset=utf-8                  | application/graphql-response+json
			application/graphql-response+json; charset="UTF-8"                | application/graphql-response+json
			application/graphql-response+json;q=0.5, application/json;q=0.9   | application/json
			application/json;q=0.5, application/graphql-response+json         | application/graphql-response+json
			application/graphql-response+json, application/json;q=0.9         | application/graphql-response+json
			""")
	void theAnswerIsOfTheTypeThatTheClientLikesBest(String accept, String type) {
		HttpResponse<String> response = post("{\"query\":\"{__typename}\"}", accept);

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type"))
			.hasValueSatisfying((header) -> assertThat(header).startsWith(type).containsIgnoringCase("charset=utf-8"));
	}

	@Test
	void aClientThatAcceptsNeitherTypeIsToldWhichThereAre() {
		HttpResponse<String> response = post("{\"query\":\"{__typename}\"}", "text/html");

		assertThat(response.statusCode()).isEqualTo(406);
		assertThat(response.body()).contains(GRAPHQL_RESPONSE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{ article(                                      | 400 | GRAPHQL_PARSE_FAILED
			{ nothing }                                     | 400 | GRAPHQL_VALIDATION_FAILED
			query ($id: ID!) { node(id: $id) { id } }       | 400 | BAD_USER_INPUT
			{ node(id: \\"nonsense\\") { id } }             | 200 | BAD_USER_INPUT
			{ article(by: {}) { id } }                      | 400 | GRAPHQL_VALIDATION_FAILED
			""")
	void everyErrorHasACodeAndALocation(String query, int status, String code) {
		HttpResponse<String> response = post("{\"query\":\"" + query + "\"}", GRAPHQL_RESPONSE);

		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).contains("\"code\":\"" + code + "\"", "\"line\":1")
			.doesNotContain("graphql.", "StringValue");
	}

	@Test
	void anIdThatIsFarTooLongIsAbbreviated() {
		HttpResponse<String> response = post("{\"query\":\"{ node(id: \\\"" + "x".repeat(10_000) + "\\\") { id } }\"}",
				"application/json");

		assertThat(response.body()).hasSizeLessThan(600).contains("is not an id");
	}

	@Test
	void aQueryIsAnsweredToGet() {
		HttpResponse<String> response = get("/graphql?query=%7B__typename%7D");

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
	}

	@Test
	void aMutationIsNotAnsweredToGet() {
		HttpResponse<String> response = get("/graphql?query=mutation%7B__typename%7D");

		assertThat(response.statusCode()).isEqualTo(405);
		assertThat(response.headers().firstValue("Allow")).hasValue("POST");
	}

	@Test
	void theCallersTraceIsKept() {
		HttpRequest request = HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "application/json")
			.header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
			.POST(BodyPublishers.ofString("{}"))
			.build();

		assertThat(this.client.send(request).body()).contains("0af7651916cd43dd8448eb211c80319c");
	}

	@Test
	void theSchemaIsServedWithAnEntityTag() {
		HttpResponse<String> first = get("/graphql/schema");
		String tag = first.headers().firstValue("ETag").orElseThrow();
		HttpRequest again = HttpRequest.newBuilder(this.client.address("/graphql/schema"))
			.header("If-None-Match", tag)
			.build();

		assertThat(first.body()).contains("type Article implements Node");
		assertThat(this.client.send(again).statusCode()).isEqualTo(304);
	}

	private HttpResponse<String> get(String path) {
		return this.client.send(HttpRequest.newBuilder(this.client.address(path)).build());
	}

	private HttpResponse<String> post(String body, String accept) {
		return this.client.send(HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "application/json")
			.header("Accept", accept)
			.POST(BodyPublishers.ofString(body))
			.build());
	}

}
