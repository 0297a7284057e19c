package io.broadsheet.related;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
import static org.assertj.core.api.Assertions.within;

/** Related stories as clients ask for them. */
@GatewayTest
class RelatedApiTests {

	private static final Instant NOON = TestClock.NOON;

	private static final String FERRY = "The ferry to Marrow Island sails again after the harbour commission approved its new boiler. "
			+ "Passengers waited at the ferry landing since dawn, and the harbour commission spoke of a new beginning.";

	private static final String STRIKE = "The harbour commission ended the strike of the ferry crews. "
			+ "Marrow Island had been without its ferry for nine days, and passengers slept at the ferry landing.";

	private static final String CREWS = "Ferry crews want higher wages, and the harbour commission listens. "
			+ "On Marrow Island nobody believes that a boiler alone will bring the summer guests back.";

	private static final String BREAD = "Bakers in the old town raised the price of rye bread, since flour became dearer over the winter.";

	private final Newsroom newsroom;

	private final GraphQlClient client;

	private final StoreCommands store;

	@Autowired
	RelatedApiTests(Newsroom newsroom, GraphQlClient client, StoreCommands store) {
		this.newsroom = newsroom;
		this.client = client;
		this.store = store;
	}

	@Test
	void aRelatedStorySaysWhy() {
		Topic ferry = this.newsroom.topic("Related ferry");
		Author mara = this.newsroom.author("Mara Related");
		Section harbour = this.newsroom.section("Related harbour", null);
		this.newsroom.publish(
				article("Related ferry sails again").saying(FERRY).about(ferry).by(mara).in(harbour).in("en-MT"),
				article("Related strike is over").saying(STRIKE).about(ferry).by(mara).in(harbour).in("en-MT"),
				article("Related bread is dearer").saying(BREAD).in("en-MT"));
		JsonNode related = related("related-ferry-sails-again", "");
		assertThat(related.findValuesAsString("headline")).startsWith("Related strike is over")
			.doesNotContain("Related ferry sails again");
		JsonNode first = related.get(0);
		assertThat(first.findValuesAsString("label")).contains("Also about Related ferry", "Also by Mara Related",
				"Also in Related harbour");
		assertThat(first.findValuesAsString("label").toString()).contains("Both mention “", "“harbour commission”");
		assertThat(first.findValuesAsString("kind")).contains("SHARED_TOPICS", "SIMILAR_TEXT", "SAME_AUTHOR",
				"SAME_SECTION");
	}

	@Test
	void sharesAddUpToTheScore() {
		Topic topic = this.newsroom.topic("Related sums");
		this.newsroom.publish(article("Related sum one").saying(FERRY).about(topic).in("en-BZ"),
				article("Related sum two").saying(STRIKE).about(topic).in("en-BZ"),
				article("Related sum three").saying(BREAD).about(topic).in("en-BZ"));
		for (JsonNode story : related("related-sum-one", "first: 20")) {
			double sum = story.get("reasons").findValues("share").stream().mapToDouble(JsonNode::asDouble).sum();
			assertThat(story.get("score").asDouble()).isCloseTo(sum, within(1e-9)).isBetween(0.0, 1.0);
		}
	}

	@Test
	void editorsPicksStandFirst() {
		ArticleBuilder bread = article("Related picked bread").saying(BREAD).in("de-AT");
		this.newsroom.publish(bread, article("Related picked strike").saying(STRIKE).in("de-AT"),
				article("Related picked ferry").saying(FERRY).beside(bread).in("de-AT"));
		JsonNode first = related("related-picked-ferry", "").get(0);
		assertThat(first.at("/article/headline").asString()).isEqualTo("Related picked bread");
		assertThat(first.get("score").asDouble()).isEqualTo(1);
		assertThat(first.at("/reasons/0/kind").asString()).isEqualTo("EDITORS_PICK");
		assertThat(first.at("/reasons/0/label").asString()).isEqualTo("Von der Redaktion ausgewählt");
	}

	@Test
	void onlyTheArticlesOwnLanguageIsShownUnlessOthersAreWanted() {
		Topic topic = this.newsroom.topic("Related languages");
		this.newsroom.publish(article("Related español").saying("El barco sale otra vez.").about(topic).in("es"),
				article("Related français").saying("Le bateau repart.").about(topic).in("fr"),
				article("Related otra").saying("El puerto espera el barco.").about(topic).in("es-MX"));
		assertThat(headlines("related-espanol", "")).containsExactly("Related otra");
		assertThat(headlines("related-espanol", "languages: [\"fr\"]")).containsExactly("Related français");
		assertThat(headlines("related-espanol", "languages: [\"fr\", \"es\"]")).containsExactly("Related otra",
				"Related français");
		assertThat(headlines("related-espanol", "languages: [\"es-AR\"]")).isEmpty();
	}

	@Test
	void veryShortStoriesAreRelatedByTopicAndSection() {
		Topic tide = this.newsroom.topic("Related tide");
		Section weather = this.newsroom.section("Related weather", null);
		this.newsroom.publish(article("Alta marea").saying("").about(tide).in(weather).in("it"),
				article("Onde basse").saying("").about(tide).in(weather).in("it"), article("Pane").saying("").in("it"),
				article("Vento").saying("").in(weather).in("it"));
		assertThat(headlines("alta-marea", "")).startsWith("Onde basse").doesNotContain("Pane");
	}

	@Test
	void listsCanBeBoundInTimeAndToASection() {
		Section harbour = this.newsroom.section("Related bound", null);
		Section pier = this.newsroom.section("Related pier", harbour);
		this.newsroom.publish(article("Related bound ferry").saying(FERRY).in(harbour).in("eu").publishedAt(NOON),
				article("Related bound strike").saying(STRIKE).in(pier).in("eu").publishedAt(NOON.minus(days(1))),
				article("Related bound crews").saying(CREWS).in("eu").publishedAt(NOON.plus(days(1))));
		assertThat(headlines("related-bound-ferry", "")).containsExactlyInAnyOrder("Related bound strike",
				"Related bound crews");
		assertThat(headlines("related-bound-ferry", "sameSection: true")).containsExactly("Related bound strike");
		assertThat(headlines("related-bound-ferry", "publishedBefore: \"%s\"".formatted(NOON)))
			.containsExactly("Related bound strike");
		assertThat(headlines("related-bound-ferry", "publishedAfter: \"%s\"".formatted(NOON)))
			.containsExactly("Related bound crews");
	}

	@Test
	void twentyAtMostCanBeAskedFor() {
		this.newsroom.publish(article("Related range").in("mt"));
		for (int first : new int[] { -1, 21 }) {
			JsonNode answer = ask("related-range", "first: " + first);
			assertThat(answer.at("/data/article/headline").asString()).isEqualTo("Related range");
			assertThat(answer.at("/data/article/related").isNull()).isTrue();
			JsonNode error = answer.at("/errors/0");
			assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
			assertThat(error.get("message").asString()).isEqualTo("first is from 0 to 20, not %d.".formatted(first));
			assertThat(error.get("path").toString()).isEqualTo("[\"article\",\"related\"]");
		}
		assertThat(headlines("related-range", "first: 0")).isEmpty();
		assertThat(headlines("related-range", "first: 20")).isEmpty();
	}

	@Test
	void manyArticlesAreRankedTogetherAndReadInOneCommand() {
		this.newsroom.publish(article("Related many ferry").saying(FERRY).in("sv"),
				article("Related many strike").saying(STRIKE).in("sv"),
				article("Related many bread").saying(BREAD + FERRY).in("sv"));
		String ids = String.join("\",\"",
				Stream.of("ferry", "strike", "bread")
					.map((name) -> article("Related many " + name).id().value())
					.toList());
		String document = """
				{ nodes(ids: ["%s"]) { ... on Article { related { article { headline brief } } } } }""".formatted(ids);
		JsonNode[] answer = new JsonNode[1];
		List<BsonDocument> commands = this.store.during(() -> answer[0] = this.client.ask(document));
		assertThat(answer[0].get("errors")).isNull();
		assertThat(answer[0].at("/data/nodes/0/related")).isNotEmpty();
		assertThat(commands).hasSize(2);
		BsonDocument read = commands.getLast();
		assertThat(read.getDocument("projection").keySet()).contains("headline", "brief").doesNotContain("markdown");
	}

	@Test
	void newStoriesAndNewWordsAreSeenAtOnce() {
		this.newsroom.publish(article("Related new ferry").saying(FERRY).in("da"),
				article("Related new strike").saying(STRIKE).in("da"));
		assertThat(headlines("related-new-ferry", "")).containsExactly("Related new strike");
		this.newsroom.publish(article("Related newer crews").saying(CREWS).in("da"));
		assertThat(headlines("related-new-ferry", "")).contains("Related newer crews", "Related new strike");
		this.newsroom.publish(article("Related new strike").saying(BREAD).in("da"));
		assertThat(headlines("related-new-ferry", "")).startsWith("Related newer crews");
	}

	@Test
	void theSameStoryIsShownOnceAndTheNewerStands() {
		this.newsroom.publish(article("Related twice ferry").saying(FERRY).in("fi"),
				article("Related twice strike").saying(STRIKE).in("fi").publishedAt(NOON.minus(days(2))),
				article("Related twice strike again").saying(STRIKE).in("fi").publishedAt(NOON.minus(days(1))),
				article("Related twice ferry again").saying(FERRY).in("fi"));
		assertThat(headlines("related-twice-ferry", "")).containsExactly("Related twice strike again");
	}

	private static Duration days(int days) {
		return Duration.ofDays(days);
	}

	private List<String> headlines(String slug, String arguments) {
		return related(slug, arguments).findValuesAsString("headline");
	}

	private JsonNode related(String slug, String arguments) {
		JsonNode answer = ask(slug, arguments);
		assertThat(answer.get("errors")).as(answer.toString()).isNull();
		return answer.at("/data/article/related");
	}

	private JsonNode ask(String slug, String arguments) {
		return this.client.ask("""
				query ($slug: String!) { article(by: {slug: $slug}) { headline related%s {
				  article { headline } score reasons { kind label share topics { name } authors { name } phrases }
				} } }""".formatted(arguments.isEmpty() ? "" : "(" + arguments + ")"), Map.of("slug", slug));
	}

}
