package io.broadsheet.article;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.StoreCommands;
import io.broadsheet.article.Article.Correction;
import io.broadsheet.author.Author;
import io.broadsheet.graph.NodeId;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class ArticlePageTests {

	private static final String PAGE = """
			query ($ids: [ID!]!) {
			  nodes(ids: $ids) {
			    ... on Article {
			      headline
			      authors { name }
			      topics { name }
			      section { name ancestors { name } }
			      share { total actions { count } }
			      related(first: 5) { article { headline authors { name } } reasons { label } }
			    }
			  }
			}
			""";

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private StoreCommands commands;

	@Test
	void theTrailLeadsFromHomeThroughTheSectionsToTheArticle() {
		Section news = this.newsroom.section("Trail news", null);
		Section politics = this.newsroom.section("Trail politics", news);
		ArticleBuilder story = article("Council sits on its trail").in(politics);
		this.newsroom.publish(story);

		JsonNode answer = ask(story, "breadcrumbs { name url }");

		assertThat(answer.findValuesAsString("name")).containsExactly("Home", "Trail news", "Trail politics",
				"Council sits on its trail");
		assertThat(answer.findValuesAsString("url")).containsExactly("https://tollingford.example/",
				"https://tollingford.example/sections/trail-news",
				"https://tollingford.example/sections/trail-politics",
				"https://tollingford.example/articles/council-sits-on-its-trail");
	}

	@Test
	void whatIsGoneIsLeftOutAndNoError() {
		Author here = this.newsroom.author("Still Here");
		ArticleBuilder story = article("Half its byline left").referringTo(NodeId.named(Author.KIND, "left-long-ago"),
				NodeId.named(Topic.KIND, "forgotten"), NodeId.named(Section.KIND, "closed"));
		this.newsroom.publish(story.by(here));

		JsonNode answer = this.client
			.ask("{ article(by: {id: \"" + story.id() + "\"}) { authors { name } topics { name } section { name } } }");

		assertThat(answer.has("errors")).isFalse();
		assertThat(answer.at("/data/article/authors").findValuesAsString("name")).containsExactly("Still Here");
		assertThat(answer.at("/data/article/topics")).isEmpty();
		assertThat(answer.at("/data/article/section").isNull()).isTrue();
	}

	@Test
	void anArticleIsFoundByIdSlugEarlierSlugAndAddress() {
		ArticleBuilder story = article("Many ways lead here").formerlyAt("one-way-led-here", "/2020/led-here");
		this.newsroom.publish(story);

		for (String key : List.of("id: \"" + story.id() + "\"", "slug: \"many-ways-lead-here\"",
				"slug: \"one-way-led-here\"", "url: \"https://tollingford.example/articles/many-ways-lead-here\"",
				"url: \"https://tollingford.example/articles/many-ways-lead-here/?utm_source=mail#top\"",
				"url: \"http://TOLLINGFORD.example/articles/one-way-led-here\"",
				"url: \"https://tollingford.example/2020/led-here/\"")) {
			JsonNode answer = this.client.ask("{ article(by: {" + key + "}) { slug } }");
			assertThat(answer.at("/data/article/slug").asString()).as(key).isEqualTo("many-ways-lead-here");
		}
	}

	@Test
	void anotherSitesAddressLeadsNowhere() {
		JsonNode answer = this.client
			.ask("{ article(by: {url: \"https://elsewhere.example/articles/many-ways-lead-here\"}) { slug } }");

		assertThat(answer.at("/data/article").isNull()).isTrue();
		assertThat(answer.has("errors")).isFalse();
	}

	@Test
	void textsInJsonLdCannotEndAScriptElement() {
		Author editor = this.newsroom.author("</script><b>Eve");
		ArticleBuilder story = article("Where 1 < 2 </script><script>alert(1)").by(editor)
			.brief("<!-- not a comment")
			.corrected(new Correction("</SCRIPT >", Correction.Kind.CORRECTION, Instant.parse("2026-05-15T08:00:00Z")));
		this.newsroom.publish(story);

		JsonNode json = ask(story, "jsonLd");

		assertThat(json.toString()).doesNotContainIgnoringCase("</script").doesNotContain("<!--", "<b>");
		assertThat(json.at("/jsonLd/headline").asString()).startsWith("Where 1 < 2 ");
		assertThat(json.at("/jsonLd/@type").asString()).isEqualTo("NewsArticle");
		assertThat(json.at("/jsonLd/correction/0/datePublished").asString()).isEqualTo("2026-05-15T08:00:00Z");
	}

	@Test
	void picksStandInTheirOrderWithoutThoseThatAreGone() {
		ArticleBuilder first = article("Pinned first");
		ArticleBuilder second = article("Pinned second");
		ArticleBuilder story = article("Pins others").beside(second, article("Never published"), first);
		this.newsroom.publish(first, second, story);

		assertThat(ask(story, "editorsPicks { headline }").findValuesAsString("headline"))
			.containsExactly("Pinned second", "Pinned first");
	}

	@Test
	void aPageTakesAtMostFourStoreCommandsForHoweverManyArticles() {
		Section section = this.newsroom.section("Counted", null);
		Topic topic = this.newsroom.topic("Counting");
		Author author = this.newsroom.author("Count Er");
		ArticleBuilder[] stories = new ArticleBuilder[10];
		for (int n = 0; n < stories.length; n++) {
			stories[n] = article("Counted story number " + n).in(section)
				.about(topic)
				.by(author)
				.saying("The counters counted the counted count of story " + n + ".");
		}
		this.newsroom.publish(stories);
		List<String> ids = List.of(stories).stream().map((story) -> story.id().value()).toList();

		List<BsonDocument> sent = this.commands.during(() -> {
			JsonNode answer = this.client.ask(PAGE, Map.of("ids", ids));
			assertThat(answer.at("/data/nodes/9/related")).isNotEmpty();
		});

		assertThat(sent).hasSizeLessThanOrEqualTo(4);
	}

	@Test
	void theStoreIsAskedForWhatTheSelectionNeedsAlone() {
		ArticleBuilder story = article("Only the headline is read").saying("A very long body.");
		this.newsroom.publish(story);

		List<BsonDocument> sent = this.commands.during(() -> ask(story, "headline readingTime { label }"));

		assertThat(sent).singleElement()
			.satisfies(
					(command) -> assertThat(command.getDocument("projection").keySet()).contains("headline", "reading")
						.doesNotContain("markdown", "brief", "authors"));
	}

	@Test
	void aNodeIsFoundByItsIdWhateverItsKind() {
		Author author = this.newsroom.author("Node Author");
		ArticleBuilder story = article("Node article").by(author);
		this.newsroom.publish(story);

		JsonNode answer = this.client.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
				Map.of("ids", List.of(author.id().value(), "A0000000000000000", story.id().value())));

		assertThat(answer.at("/data/nodes/0/__typename").asString()).isEqualTo("Author");
		assertThat(answer.at("/data/nodes/1").isNull()).isTrue();
		assertThat(answer.at("/data/nodes/2/id").asString()).isEqualTo(story.id().value());
	}

	private JsonNode ask(ArticleBuilder story, String selection) {
		JsonNode answer = this.client.ask("{ article(by: {id: \"" + story.id() + "\"}) { " + selection + " } }");
		assertThat(answer.has("errors")).as(answer.toString()).isFalse();
		return answer.at("/data/article");
	}

}
