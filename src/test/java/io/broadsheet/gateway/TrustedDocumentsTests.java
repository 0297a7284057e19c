package io.broadsheet.gateway;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.awaitility.Awaitility;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents from a folder, by id over HTTP, as the folder has them now. */
@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class TrustedDocumentsTests {

	@TempDir
	private static Path folder;

	@Autowired
	private GraphQlClient client;

	@DynamicPropertySource
	static void trustFolder(DynamicPropertyRegistry properties) throws IOException {
		Files.writeString(folder.resolve("who.graphql"), "query Who { __typename }");
		Files.writeString(folder.resolve("relay.json"), "{\"r1\": \"query R { r: __typename }\"}");
		Files.writeString(folder.resolve("broken.json"), "{");
		properties.add("broadsheet.documents.folder", folder::toString);
		properties.add("broadsheet.documents.mode", () -> "only-known");
	}

	@Test
	void aDocumentIsAskedForByItsIdInTheBodyInTheQueryStringAndByItsAddress() {
		assertThat(post("{\"documentId\":\"who\"}").body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
		assertThat(get("/graphql?documentId=r1").body()).isEqualTo("{\"data\":{\"r\":\"Query\"}}");
		assertThat(get("/graphql/r1").body()).isEqualTo("{\"data\":{\"r\":\"Query\"}}");
		assertThat(get("/graphql/r1?documentId=who").body()).contains("__typename");
		assertThat(get("/graphql/nothing").body()).contains("PERSISTED_QUERY_NOT_FOUND");
	}

	@Test
	void theLogTellsDocumentsApartHoweverTheyAreAskedFor(CapturedOutput output) {
		post("{\"documentId\":\"who\"}");
		get("/graphql/r1?operationName=R");
		get("/graphql/nothing");

		Awaitility.await()
			.untilAsserted(() -> assertThat(output).contains(
					"Who " + TrustedDocument.hash("query Who { __typename }").substring(0, 16) + " cost",
					"R " + TrustedDocument.hash("query R { r: __typename }").substring(0, 16) + " cost",
					"anonymous none cost 0 PERSISTED_QUERY_NOT_FOUND"));
	}

	@Test
	void anotherDocumentIsForbidden() {
		HttpResponse<String> response = post("{\"query\":\"{ __typename }\"}");

		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).contains("this is none of them", "\"code\":\"FORBIDDEN\"");
	}

	@Test
	void theFolderIsWatchedAndABrokenFileTakesNothingAway(CapturedOutput output) throws IOException {
		Path file = folder.resolve("later.json");
		Files.writeString(file, "[[\"p1\", \"query P { p: __typename }\"], [\"p2\", \"{ nothing }\"]]");
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(get("/graphql/p1").body()).isEqualTo("{\"data\":{\"p\":\"Query\"}}"));
		assertThat(output).contains("later.json, 1 are left out: p2");

		Files.writeString(file, "[[\"p1\"");
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.untilAsserted(
					() -> assertThat(output).contains("later.json are left out: it is not valid JSON, at line 1"));
		assertThat(get("/graphql/p1").statusCode()).isEqualTo(200);
		assertThat(output).containsOnlyOnce("later.json are left out: it is not");
	}

	private HttpResponse<String> get(String path) {
		return this.client.send(HttpRequest.newBuilder(this.client.address(path)).build());
	}

	private HttpResponse<String> post(String body) {
		return this.client.send(HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "application/json")
			.header("Accept", "application/graphql-response+json")
			.POST(BodyPublishers.ofString(body))
			.build());
	}

}
