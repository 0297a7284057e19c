package io.broadsheet.editorial;

import java.util.List;
import java.util.Map;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.article.WithdrawnArticle;
import io.broadsheet.article.WithdrawnArticles;
import io.broadsheet.author.Author;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class WithdrawalTests {

	private static final String MARKER = "Zwetschgenmarker";

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private WithdrawnArticles withdrawnArticles;

	private NewsDesk desk;

	@BeforeEach
	void sitDown() {
		this.desk = NewsDesk.of(this.client);
	}

	@Test
	void aWithdrawnArticleIsGoneForReadersAtOnceAndEverywhere() {
		Author author = this.newsroom.author("Withdrawn author");
		Topic topic = this.newsroom.topic("Withdrawn topic");
		Section section = this.newsroom.section("Withdrawn section", null);
		ArticleBuilder gone = article(MARKER + " scandal").brief(MARKER)
			.saying("The " + MARKER + " did it, about the harbour cranes and their rust.")
			.by(author)
			.about(topic)
			.in(section);
		ArticleBuilder stays = article("The harbour cranes and their rust")
			.saying("About the harbour cranes and their rust.")
			.by(author)
			.about(topic)
			.in(section)
			.beside(gone);
		this.newsroom.publish(gone, stays);
		String everything = """
				{
				  node(id: "%1$s") { ... on Article { headline } }
				  byId: article(by: { id: "%1$s" }) { headline }
				  bySlug: article(by: { slug: "zwetschgenmarker-scandal" }) { headline }
				  byUrl: article(by: { url: "https://tollingford.example/articles/zwetschgenmarker-scandal" }) { headline }
				  author(by: { id: "%2$s" }) { articles { totalCount nodes { headline brief } } }
				  topic(by: { id: "%3$s" }) { articles { totalCount facets { years { count } } nodes { headline } } }
				  section(by: { id: "%4$s" }) { articles { totalCount facets { authors { count } } nodes { headline } } }
				  search(query: "harbour cranes rust") { nodes { headline } edges { highlights { html } } }
				  marker: search(query: "zwetschgenmarker") { totalCount didYouMean nodes { headline } }
				  misspelt: search(query: "zwetschgenmarkerr") { totalCount didYouMean nodes { headline } }
				  suggest(prefix: "zwetschg") { ... on Article { headline } }
				  other: article(by: { id: "%5$s" }) { related { article { headline } reasons { phrases } } editorsPicks { headline } }
				  trending { article { headline } }
				}
				"""
			.formatted(gone.id(), author.id(), topic.id(), section.id(), stays.id());
		share(gone);
		assertThat(this.client.ask(everything).toString()).contains(MARKER);

		JsonNode withdrawn = withdraw(gone, "The source lied: " + MARKER);

		assertThat(withdrawn.get("errors")).isEmpty();
		assertThat(withdrawn.at("/article/headline").asString()).contains(MARKER);
		JsonNode answer = this.client.ask(everything);
		assertThat(answer.toString()).doesNotContainIgnoringCase(MARKER);
		assertThat(answer.at("/data/author/articles/totalCount").asInt()).isEqualTo(1);
		assertThat(answer.at("/data/topic/articles/facets/years/0/count").asInt()).isEqualTo(1);
		assertThat(answer.at("/data/section/articles/facets/authors/0/count").asInt()).isEqualTo(1);
		assertThat(share(gone).at("/data/shareRecord/errors/0/__typename").asString()).isEqualTo("NotFound");
	}

	@Test
	void theReasonIsForTheNewsroom() {
		ArticleBuilder story = published("Withdrawn for a reason");

		withdraw(story, "Legal asked for it.");

		assertThat(this.desk
			.ask("{ auditLog(filter: { targets: [\"%s\"] }) { nodes { action by note } } }".formatted(story.id()))
			.at("/auditLog/nodes/0"))
			.hasToString("{\"action\":\"articleWithdraw\",\"by\":\"Nell\",\"note\":\"Legal asked for it.\"}");
		WithdrawnArticle kept = this.withdrawnArticles.find(story.id());
		assertThat(kept).isNotNull()
			.satisfies((article) -> assertThat(article.withdrawal().reason()).isEqualTo("Legal asked for it."));
	}

	@Test
	void theSlugStaysReserved() {
		ArticleBuilder story = published("Withdrawn slug");
		withdraw(story, "Wrong.");

		JsonNode refused = this.desk.run("draftCreate", "draft { id }",
				Map.of("headline", "Another", "slug", "withdrawn-slug"));

		assertThat(NewsDesk.errors(refused)).containsExactly("SlugTaken");
	}

	@Test
	void sentAgainItIsAnsweredAsTheFirstTimeAndWithAnotherReasonItIsRefused() {
		ArticleBuilder story = published("Withdrawn twice");

		assertThat(withdraw(story, "Wrong.")).isEqualTo(withdraw(story, "Wrong."));
		assertThat(NewsDesk.errors(withdraw(story, "Another reason."))).containsExactly("NotAllowed");
	}

	@Test
	void itsDraftFollowsKeepsItsHistoryAndCanBePublishedAgain() {
		Section section = this.newsroom.section("Drafts withdrawn", null);
		Author author = this.newsroom.author("Draft Withdrawer");
		Desk writer = Desk.of(this.client, "Nell");
		Desk.Draft draft = writer.create(Map.of("headline", "Withdrawn with its draft", "markdown", "Words.", "section",
				section.id().value(), "authors", List.of(author.id().value())));
		String article = writer.publish(draft).get("article/id");

		this.desk.article("articleWithdraw", Map.of("id", article, "reason", "Too early."));

		JsonNode after = writer.look(draft, "{ status article { id } history { nodes { action by } } }");
		assertThat(after.get("status").asString()).isEqualTo("WITHDRAWN");
		assertThat(after.get("article").isNull()).isTrue();
		assertThat(after.at("/history/nodes")).extracting((revision) -> revision.get("action").asString())
			.containsExactly("articleWithdraw", "draftPublish", "draftCreate");

		assertThat(writer.publish(writer.create(Map.of("from", article))).get("article/id")).isEqualTo(article);
		assertThat(this.client.ask("{ article(by: { id: \"%s\" }) { headline } }".formatted(article))
			.at("/data/article/headline")
			.asString()).isEqualTo("Withdrawn with its draft");
	}

	@Test
	void aWithdrawalNeedsAReasonAndAnArticle() {
		assertThat(NewsDesk.errors(withdraw(article("Never was published"), " "))).containsExactly("InvalidInput");
		assertThat(NewsDesk.errors(withdraw(article("Never was published"), "Why not."))).containsExactly("NotFound");
		assertThat(NewsDesk.errors(withdraw(published("Of a long reason"), "r".repeat(2_001))))
			.containsExactly("InvalidInput");
	}

	@Test
	void whatIsWithdrawnIsNotCorrectedNorGivenPicks() {
		ArticleBuilder story = published("Withdrawn and untouched");
		withdraw(story, "Wrong.");
		String id = story.id().value();

		assertThat(NewsDesk
			.errors(this.desk.article("articleCorrect", Map.of("id", id, "kind", "UPDATE", "text", "More."))))
			.containsExactly("NotAllowed");
		assertThat(NewsDesk.errors(this.desk.article("editorsPicksSet", Map.of("id", id, "picks", List.of()))))
			.containsExactly("NotAllowed");
	}

	private ArticleBuilder published(String headline) {
		ArticleBuilder story = article(headline);
		this.newsroom.publish(story);
		return story;
	}

	private JsonNode withdraw(ArticleBuilder story, String reason) {
		return this.desk.article("articleWithdraw", Map.of("id", story.id().value(), "reason", reason));
	}

	private JsonNode share(ArticleBuilder story) {
		return this.client.ask(
				"mutation ($input: ShareRecordInput!) { shareRecord(input: $input) { errors { __typename } } }",
				Map.of("input", Map.of("articleId", story.id().value(), "channel", "X", "idempotencyKey",
						"withdrawal-" + System.nanoTime())));
	}

}
