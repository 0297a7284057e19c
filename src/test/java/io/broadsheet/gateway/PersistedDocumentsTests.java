package io.broadsheet.gateway;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Automatic persisted queries, as Apollo's clients use them. */
@GatewayTest
class PersistedDocumentsTests {

	private static final String ANSWER = "{\"data\":{\"__typename\":\"Query\"}}";

	@Autowired
	private GraphQlClient client;

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/graphql-response+json" })
	void aHashThatIsNotKnownIsToldSoInTheWordsThatClientsWaitFor(String accept) {
		HttpResponse<String> response = post("{%s}".formatted(extensions("{ __typename } # never sent")), accept);

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("\"message\":\"PersistedQueryNotFound\"",
				"\"code\":\"PERSISTED_QUERY_NOT_FOUND\"");
	}

	@Test
	void aDocumentSentWithItsHashIsAskedForByItFromThenOn() {
		String document = "{ __typename } # kept";

		assertThat(post("{\"query\":\"%s\",%s}".formatted(document, extensions(document)), "*/*").body())
			.isEqualTo(ANSWER);
		assertThat(post("{%s}".formatted(extensions(document)), "*/*").body()).isEqualTo(ANSWER);
		assertThat(get(document).body()).isEqualTo(ANSWER);
	}

	@Test
	void aHashOfSomethingElseIsRefusedAndNotKept() {
		String document = "{ __typename } # another";

		HttpResponse<String> response = post("{\"query\":\"{ __typename }\",%s}".formatted(extensions(document)),
				"application/graphql-response+json");

		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("is not the SHA-256 of the query");
		assertThat(get(document).body()).contains("PERSISTED_QUERY_NOT_FOUND");
	}

	@Test
	void whatIsNotValidIsNotKept() {
		String document = "{ nothing } # persisted";
		post("{\"query\":\"%s\",%s}".formatted(document, extensions(document)), "*/*");

		assertThat(get(document).body()).contains("PERSISTED_QUERY_NOT_FOUND");
	}

	@Test
	void aMutationByItsHashIsNotAnsweredToGet() {
		String document = "mutation { __typename } # persisted";
		post("{\"query\":\"%s\",%s}".formatted(document, extensions(document)), "*/*");

		assertThat(get(document).statusCode()).isEqualTo(405);
	}

	private HttpResponse<String> get(String document) {
		String extensions = "{%s}".formatted(persisted(document));
		return this.client.send(HttpRequest
			.newBuilder(
					this.client.address("/graphql?extensions=" + URLEncoder.encode(extensions, StandardCharsets.UTF_8)))
			.build());
	}

	private HttpResponse<String> post(String body, String accept) {
		return this.client.send(HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "application/json")
			.header("Accept", accept)
			.POST(BodyPublishers.ofString(body))
			.build());
	}

	private static String extensions(String document) {
		return "\"extensions\":{%s}".formatted(persisted(document));
	}

	private static String persisted(String document) {
		return "\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"%s\"}".formatted(TrustedDocument.hash(document));
	}

}
