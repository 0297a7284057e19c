package io.broadsheet.editorial;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.TestClock;
import io.broadsheet.access.Permission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class PreviewLinkTests {

	private static final Duration DAY = Duration.ofDays(1);

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private TestClock clock;

	private Desk nell;

	private Desk.Draft draft;

	@BeforeEach
	void beginAStory() {
		this.nell = Desk.of(this.client, "Nell");
		this.draft = this.nell.create(Map.of("headline", "The <b>leak</b> & the lawyer", "brief", "For her eyes.",
				"markdown", "She *reads* it first.\n\n<script>alert(1)</script>", "section",
				this.newsroom.section("Confidence", null).id().value(), "authors",
				List.of(this.newsroom.author("Paula Preview").id().value())));
	}

	@Test
	void whoeverHasTheLinkReadsTheDraftOnAPlainPageThatNobodyKeeps() {
		HttpResponse<String> page = open(link(null));

		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body())
			.contains("<html lang=\"en\">", "<h1>The &lt;b&gt;leak&lt;/b&gt; &amp; the lawyer</h1>",
					"She <em>reads</em> it first.", "Paula Preview", "1 min read")
			.doesNotContain("<script");
		assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
		assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow, noarchive");
		assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'");
	}

	@Test
	void aLinkFollowsTheDraftUnlessARevisionIsPinned() {
		String following = link(null);
		String pinned = link(1);

		this.nell.update(this.draft, Map.of("headline", "Changed since"));

		assertThat(open(following).body()).contains("<h1>Changed since</h1>");
		assertThat(open(pinned).body()).contains("the lawyer</h1>");
	}

	@Test
	void aFrontendAsksForItsOwnPreviewWithTheToken() {
		String token = token(link(null));

		JsonNode answer = this.client
			.ask("{ preview(token: \"%s\") { headline breadcrumbs { name } authors { name } related { score } } }"
				.formatted(token));

		assertThat(answer.has("errors")).isFalse();
		assertThat(answer.at("/data/preview/headline").asString()).isEqualTo("The <b>leak</b> & the lawyer");
		assertThat(answer.at("/data/preview/breadcrumbs/1/name").asString()).isEqualTo("Confidence");
	}

	@Test
	void noSharedCacheKeepsAFrontendsPreviewWhicheverWayItAsks() {
		String document = "{ preview(token: \"%s\") { headline } }".formatted(token(link(null)));

		HttpResponse<String> read = this.client.send(HttpRequest
			.newBuilder(this.client.address("/graphql?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8)))
			.build());
		HttpResponse<String> posted = this.client.send(HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"query\":\"%s\"}".formatted(document.replace("\"", "\\\""))))
			.build());

		assertThat(List.of(read, posted)).allSatisfy((answer) -> {
			assertThat(answer.body()).contains("the lawyer");
			assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-cache");
			assertThat(answer.headers().firstValue("Surrogate-Key")).isEmpty();
		});
	}

	@Test
	void aTokenShowsNothingButItsDraft() {
		Desk.Draft other = this.nell.create(Map.of("headline", "Somebody else's secret"));
		String token = token(link(null));

		JsonNode answer = this.client
			.ask("""
					{ preview(token: "%s") { id } node(id: "%s") { id } own: node(id: "%s") { id } guess: preview(token: "%s") { id } }
					"""
				.formatted(token, other.id(), this.draft.id(), other.id()));

		assertThat(answer.at("/data/node").isNull()).isTrue();
		assertThat(answer.at("/data/own").isNull()).isTrue();
		assertThat(answer.at("/data/guess").isNull()).isTrue();
	}

	@Test
	void aRevokedLinkLeadsNowhereAtOnceAndIsNoLongerListed() {
		JsonNode made = create(Map.of());
		assertThat(links()).hasSize(1);

		JsonNode revoked = mutate("previewLinkRevoke", "PreviewLinkRevokeInput",
				Map.of("id", made.at("/previewLink/id").asString()));

		assertThat(revoked.get("errors")).isEmpty();
		assertThat(links()).isEmpty();
		HttpResponse<String> page = open(made.at("/previewLink/url").asString());
		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.body()).contains("This preview has ended").doesNotContain("lawyer");
	}

	@Test
	void aLinkEndsAtItsTime() {
		String url = link(null);

		this.clock.pass(DAY);

		assertThat(open(url).statusCode()).isEqualTo(404);
		assertThat(
				this.client.ask("{ preview(token: \"%s\") { id } }".formatted(token(url))).at("/data/preview").isNull())
			.isTrue();
	}

	@Test
	void allThatIsWrongWithALinkIsToldAtOnce() {
		JsonNode refused = create(
				Map.of("revision", 7, "expiresAt", this.clock.instant().plus(Duration.ofDays(91)).toString()));

		assertThat(refused.get("previewLink").isNull()).isTrue();
		assertThat(refused.get("errors").valueStream().map((error) -> error.get("path").toString()))
			.containsExactly("[\"input\",\"revision\"]", "[\"input\",\"expiresAt\"]");
	}

	private List<String> links() {
		return this.nell.look(this.draft, "{ previewLinks { url } }")
			.get("previewLinks")
			.valueStream()
			.map(JsonNode::toString)
			.toList();
	}

	private String link(@Nullable Integer revision) {
		JsonNode made = create((revision != null) ? Map.of("revision", revision) : Map.of());
		assertThat(made.get("errors")).isEmpty();
		return made.at("/previewLink/url").asString();
	}

	private JsonNode create(Map<String, ?> more) {
		Map<String, Object> input = new HashMap<>(
				Map.of("draft", this.draft.id(), "expiresAt", this.clock.instant().plus(DAY).toString()));
		input.putAll(more);
		return mutate("previewLinkCreate", "PreviewLinkCreateInput", input);
	}

	private JsonNode mutate(String mutation, String type, Map<String, ?> input) {
		String document = "mutation ($input: %s!) { %s(input: $input) { previewLink { id url revision } errors { path message } } }"
			.formatted(type, mutation);
		return this.client.as("Nell", Permission.EDIT).ask(document, Map.of("input", input)).at("/data/" + mutation);
	}

	private HttpResponse<String> open(String url) {
		return this.client.send(HttpRequest.newBuilder(this.client.address(URI.create(url).getPath())).build());
	}

	private static String token(String url) {
		return url.substring(url.lastIndexOf('/') + 1);
	}

}
