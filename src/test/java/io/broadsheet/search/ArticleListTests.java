package io.broadsheet.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.StoreCommands;
import io.broadsheet.TestClock;
import io.broadsheet.author.Author;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/** Lists of articles as clients ask for them. */
@GatewayTest
class ArticleListTests {

	private static final Instant NOON = TestClock.NOON;

	private final Newsroom newsroom;

	private final GraphQlClient client;

	private final StoreCommands store;

	@Autowired
	ArticleListTests(Newsroom newsroom, GraphQlClient client, StoreCommands store) {
		this.newsroom = newsroom;
		this.client = client;
		this.store = store;
	}

	@Test
	void aSectionListsWhatItsDescendantsHave() {
		Section sport = this.newsroom.section("Lists sport", null);
		Section rowing = this.newsroom.section("Lists rowing", sport);
		this.newsroom.publish(article("Lists eight wins").in(rowing).publishedAt(NOON),
				article("Lists cup drawn").in(sport).publishedAt(NOON.minusSeconds(60)));
		JsonNode answer = this.client.ask("""
				{ section(by: {slug: "lists-sport"}) {
				  articles { totalCount nodes { headline } facets { sections { count section { name } } } }
				} }""");
		JsonNode articles = answer.at("/data/section/articles");
		assertThat(articles.get("totalCount").asInt()).isEqualTo(2);
		assertThat(articles.at("/nodes/0/headline").asString()).isEqualTo("Lists eight wins");
		assertThat(articles.at("/facets/sections").toString()).isEqualTo(
				"[{\"count\":2,\"section\":{\"name\":\"Lists sport\"}},{\"count\":1,\"section\":{\"name\":\"Lists rowing\"}}]");
	}

	@Test
	void fiftyTopicsWithFiveArticlesEachAreOneRead() {
		Author author = this.newsroom.author("Lists author");
		List<Topic> topics = IntStream.range(0, 50).mapToObj((n) -> this.newsroom.topic("Lists matter " + n)).toList();
		List<ArticleBuilder> stories = new ArrayList<>();
		for (Topic topic : topics) {
			for (int n = 0; n < 6; n++) {
				stories.add(article(topic.name() + " story " + n).about(topic)
					.by(author)
					.publishedAt(NOON.minus(Duration.ofMinutes(n))));
			}
		}
		this.newsroom.publish(stories.toArray(ArticleBuilder[]::new));
		String ids = String.join("\",\"", topics.stream().map((topic) -> topic.id().value()).toList());
		JsonNode[] answer = new JsonNode[1];
		List<BsonDocument> commands = this.store.during(() -> answer[0] = this.client.ask("""
				{ nodes(ids: ["%s"]) { ... on Topic {
				  articles(first: 5) { totalCount nodes { headline authors { name } } pageInfo { hasNextPage } }
				} } }""".formatted(ids)));
		assertThat(commands).hasSize(1);
		assertThat(answer[0].get("errors")).isNull();
		assertThat(answer[0].at("/data/nodes")).hasSize(50).allSatisfy((topic) -> {
			assertThat(topic.at("/articles/totalCount").asInt()).isEqualTo(6);
			assertThat(topic.at("/articles/nodes")).hasSize(5);
			assertThat(topic.at("/articles/nodes/4/authors/0/name").asString()).isEqualTo("Lists author");
			assertThat(topic.at("/articles/pageInfo/hasNextPage").asBoolean()).isTrue();
		});
	}

	@Test
	void manyOfAPeriodAreListedWithoutThoseOfATopic() {
		Section section = this.newsroom.section("Lists period", null);
		Topic topic = this.newsroom.topic("Lists unwanted");
		this.newsroom.publish(IntStream.range(0, 400)
			.mapToObj((n) -> article("Lists day " + n).in(section)
				.about((n % 7 == 0) ? new Topic[] { topic } : new Topic[0])
				.publishedAt(NOON.minus(Duration.ofDays(n))))
			.toArray(ArticleBuilder[]::new));
		for (String order : List.of("PUBLISHED_AT", "UPDATED_AT", "HEADLINE")) {
			JsonNode answer = this.client.ask("""
					{ section(by: {slug: "lists-period"}) {
					  articles(last: 100, orderBy: {field: %s, direction: DESC},
					    filter: {topicsNone: ["%s"], publishedBefore: "%s"}) {
					    totalCount nodes { id } facets { years { count } } } }
					  articles(last: 1, orderBy: {field: %s, direction: DESC},
					    filter: {topicsNone: ["%s"], publishedBefore: "%s"}) { nodes { id } } }""".formatted(order,
					topic.id().value(), NOON, order, topic.id().value(), NOON));
			assertThat(answer.get("errors")).as(order).isNull();
			assertThat(answer.at("/data/section/articles/totalCount").asInt()).isEqualTo(342);
			assertThat(answer.at("/data/section/articles/nodes")).hasSize(100);
		}
	}

	@Test
	void whatIsUnknownMatchesNothing() {
		JsonNode answer = this.client.ask(
				"{ articles(filter: {authors: [\"UAAAAAAAAAAAAAAAA\"]}) { totalCount nodes { id } facets { years { year } } } }");
		assertThat(answer.at("/data/articles").toString())
			.isEqualTo("{\"totalCount\":0,\"nodes\":[],\"facets\":{\"years\":[]}}");
	}

	@Test
	void noArticlesAtAllCanBeAskedForWithTotalsAndPlace() {
		this.newsroom.publish(article("Lists something"));
		JsonNode answer = this.client
			.ask("{ articles(first: 0) { totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage } } }");
		assertThat(answer.at("/data/articles/totalCount").asInt()).isPositive();
		assertThat(answer.at("/data/articles/edges")).isEmpty();
		assertThat(answer.at("/data/articles/pageInfo").toString())
			.isEqualTo("{\"hasNextPage\":true,\"hasPreviousPage\":false}");
	}

}
