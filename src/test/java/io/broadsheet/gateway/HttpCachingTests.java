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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.Editors;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.access.Permission;
import io.broadsheet.author.Author;
import io.broadsheet.graph.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class HttpCachingTests {

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private Editors editors;

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{ articles(first: 1) { nodes { headline } } }                             | public, max-age=0, s-maxage=60, stale-while-revalidate=60
					{ sections { name } }                                                     | public, max-age=0, s-maxage=300, stale-while-revalidate=60
					{ articles(first: 1) { nodes { share { total } } } }                      | public, max-age=0, s-maxage=10, stale-while-revalidate=60
					{ ...F } fragment F on Query { trending { shares } sections { name } }    | public, max-age=0, s-maxage=30, stale-while-revalidate=60
					{ viewer { name } }                                                       | private, no-cache
					{ sections { name } viewer { permissions } }                              | private, no-cache
					{ nothing }                                                               | no-store
					{ articles(first: 1000) { totalCount } sections { name } }                | no-store
					""")
	void theLeastOfWhatIsAskedForCounts(String document, String control) {
		assertThat(header(get(document), "Cache-Control")).isEqualTo(control);
		assertThat(header(post(document), "Cache-Control")).isEqualTo(control);
	}

	@Test
	void whatAnEditorSeesIsForNobodyElse() {
		HttpResponse<String> response = this.client.send(request("{ sections { name } }")
			.header("Authorization", "Bearer " + this.editors.token("Nell", Permission.EDIT))
			.build());

		assertThat(header(response, "Cache-Control")).isEqualTo("private, no-cache");
		assertThat(header(response, "Surrogate-Key")).isEmpty();
	}

	@Test
	void whatIsToldToWhoAskedForItAloneIsNotKept() {
		HttpResponse<String> response = this.client
			.send(request("{ sections { name } }").header("GraphQL-Cost", "report").build());

		assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
	}

	@Test
	void mutationsAreNotKept() {
		assertThat(header(post(
				"mutation { shareRecord(input: { articleId: \\\"A000000000000000x\\\", channel: X, idempotencyKey: \\\"caching\\\" }) { errors { message } } }"),
				"Cache-Control"))
			.isEqualTo("no-store");
	}

	@Test
	void whoHasTheAnswerIsToldSo() {
		this.newsroom.publish(Newsroom.article("Known to the cache"));
		String document = "{ article(by: { slug: \"known-to-the-cache\" }) { headline brief } }";
		String tag = header(get(document), "ETag");

		assertThat(tag).matches("\"[0-9a-f]{32}\"");
		for (String known : new String[] { tag, "W/" + tag, "\"other\", " + tag, "*" }) {
			HttpResponse<String> response = this.client.send(request(document).header("If-None-Match", known).build());
			assertThat(response.statusCode()).isEqualTo(304);
			assertThat(response.body()).isEmpty();
			assertThat(header(response, "ETag")).isEqualTo(tag);
			assertThat(header(response, "Cache-Control")).startsWith("public");
			assertThat(header(response, "Surrogate-Key")).isNotEmpty();
		}

		this.newsroom.publish(Newsroom.article("Known to the cache").brief("Something new."));
		HttpResponse<String> changed = this.client.send(request(document).header("If-None-Match", tag).build());
		assertThat(changed.statusCode()).isEqualTo(200);
		assertThat(header(changed, "ETag")).isNotEqualTo(tag);
		assertThat(changed.body()).contains("Something new.");
	}

	@Test
	void aCompressedAnswerHasATagOfItsOwn() throws IOException, InterruptedException {
		String document = "{ __schema { types { name description } } }";
		HttpRequest compressed = request(document).header("Accept-Encoding", "br, gzip;q=0.8").build();

		HttpResponse<byte[]> response = HttpClient.newHttpClient().send(compressed, BodyHandlers.ofByteArray());

		assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(response.headers().firstValue("ETag"))
			.hasValueSatisfying((tag) -> assertThat(tag).endsWith("-gzip\""));
		assertThat(response.headers().allValues("Vary").toString()).contains("Accept", "Accept-Encoding");
		HttpResponse<String> plain = get(document);
		assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(),
				StandardCharsets.UTF_8))
			.isEqualTo(plain.body());
		assertThat(this.client.send(request(document).header("Accept-Encoding", "gzip;q=0").build())
			.headers()
			.firstValue("Content-Encoding")).isEmpty();
	}

	@Test
	void eachTypeHasATagOfItsOwn() {
		String document = "{ __type(name: \"Section\") { name } }";
		Set<String> tags = new HashSet<>();
		for (String type : List.of("application/json", "application/graphql-response+json")) {
			HttpRequest.Builder request = request(document).setHeader("Accept", type);
			String tag = header(this.client.send(request.build()), "ETag");
			assertThat(this.client.send(request.setHeader("If-None-Match", tag).build()).statusCode()).isEqualTo(304);
			tags.add(tag);
		}

		assertThat(tags).hasSize(2);
	}

	@Test
	void everythingInAnAnswerIsNamed() {
		Author author = this.newsroom.author("Tagged Author");
		ArticleBuilder story = Newsroom.article("Tagged story").by(author);
		this.newsroom.publish(story);

		HttpResponse<String> response = get(
				"{ article(by: { slug: \"tagged-story\" }) { headline authors { name } } }");

		assertThat(header(response, "Surrogate-Key").split(" ", -1)).containsExactlyInAnyOrder(story.id().value(),
				author.id().value());
		assertThat(header(response, "Cache-Tag").split(",", -1)).containsExactlyInAnyOrder(story.id().value(),
				author.id().value());
	}

	@Test
	void aListChangesWithEverythingOfItsKind() {
		assertThat(header(get("{ articles(first: 0) { totalCount } topics { totalCount } }"), "Surrogate-Key"))
			.isEqualTo("articles sections topics");
	}

	@Test
	void whatIsNotThereCouldBeAnyDay() {
		assertThat(header(get("{ article(by: { slug: \"not-yet\" }) { headline } }"), "Surrogate-Key"))
			.isEqualTo("articles authors sections topics");
	}

	@Test
	void kindsStandForTheirNodesWhereThereIsNoRoom() {
		AnswerTags tags = new AnswerTags();
		NodeId author = NodeId.named('U', "author");
		IntStream.range(0, 1000).forEach((n) -> tags.add(() -> NodeId.named('A', "article" + n)));
		tags.add(() -> author);
		tags.addAll(Set.of("sections"));

		assertThat(tags.within(6_000)).containsExactlyInAnyOrder("articles", "sections", author.value());
		assertThat(tags.all()).hasSize(1002);
	}

	@Test
	void cachesKeepAnswersOfDifferentTypesApart() {
		assertThat(get("{ sections { name } }").headers().allValues("Vary").toString()).contains("Accept");
	}

	private HttpRequest.Builder request(String document) {
		return HttpRequest
			.newBuilder(this.client.address("/graphql?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8)));
	}

	private HttpResponse<String> get(String document) {
		return this.client.send(request(document).build());
	}

	private HttpResponse<String> post(String document) {
		return this.client.send(HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"query\":\"" + document + "\"}"))
			.build());
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

}
