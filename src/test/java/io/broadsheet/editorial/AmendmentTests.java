package io.broadsheet.editorial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/** Corrections and picks of articles that are published. */
@GatewayTest
class AmendmentTests {

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private TestClock clock;

	private NewsDesk desk;

	@BeforeEach
	void sitDown() {
		this.desk = NewsDesk.of(this.client);
	}

	@Test
	void aCorrectionIsShownDatedAndMovesOnlyTheMomentOfTheUpdate() {
		ArticleBuilder story = published("Ferry fares, corrected");
		this.clock.pass(Duration.ofMinutes(5));

		JsonNode corrected = correct(story, "CORRECTION", "The fare is 4, not 5.");

		assertThat(corrected.get("errors")).isEmpty();
		JsonNode article = corrected.get("article");
		assertThat(article.get("corrections")).singleElement()
			.satisfies((made) -> assertThat(made.get("kind").asString()).isEqualTo("CORRECTION"))
			.satisfies((made) -> assertThat(made.get("text").asString()).isEqualTo("The fare is 4, not 5."))
			.satisfies((made) -> assertThat(moment(made, "at")).isEqualTo(this.clock.instant()));
		assertThat(moment(article, "updatedAt")).isEqualTo(this.clock.instant());
		assertThat(moment(article, "publishedAt")).isEqualTo(TestClock.NOON);
		assertThat(article.at("/jsonLd/correction/0/text").asString()).isEqualTo("The fare is 4, not 5.");
		assertThat(article.at("/jsonLd/correction/0/name").asString()).isEqualTo("Correction");
		assertThat(article.at("/jsonLd/dateModified").asString())
			.startsWith(this.clock.instant().toString().substring(0, 19));
		assertThat(article.get("retraction").isNull()).isTrue();
	}

	@Test
	void aRetractedStoryCanStillBeReadAndSaysSo() {
		ArticleBuilder story = published("Nothing of this was true");

		correct(story, "RETRACTION", "The source made it up.");

		JsonNode read = this.client
			.ask("{ article(by: { id: \"%s\" }) { headline body { text } retraction { text kind } jsonLd } }"
				.formatted(story.id()))
			.at("/data/article");
		assertThat(read.at("/headline").asString()).isEqualTo("Nothing of this was true");
		assertThat(read.at("/body/text").asString()).isNotEmpty();
		assertThat(read.at("/retraction/text").asString()).isEqualTo("The source made it up.");
		assertThat(read.at("/jsonLd/creativeWorkStatus").asString()).isEqualTo("Retracted");
		assertThat(read.at("/jsonLd/correction/0/name").asString()).isEqualTo("Retraction");
	}

	@Test
	void twentyWhoCorrectOneStoryAtOnceLoseNothing() {
		ArticleBuilder story = published("Corrected by twenty");
		List<Callable<JsonNode>> corrections = IntStream.range(0, 20)
			.<Callable<JsonNode>>mapToObj((n) -> () -> correct(story, "UPDATE", "Update " + n))
			.toList();

		NewsDesk.together(corrections);

		Set<String> texts = new HashSet<>();
		this.client.ask("{ article(by: { id: \"%s\" }) { corrections { text } } }".formatted(story.id()))
			.at("/data/article/corrections")
			.forEach((correction) -> texts.add(correction.get("text").asString()));
		assertThat(texts).hasSize(20);
	}

	@Test
	void theSameCorrectionSentAgainIsThereOnce() {
		ArticleBuilder story = published("Corrected and retried");

		JsonNode first = correct(story, "CLARIFICATION", "By “bridge” we mean the old one.");
		JsonNode again = correct(story, "CLARIFICATION", "By “bridge” we mean the old one.");

		assertThat(again).isEqualTo(first);
	}

	@Test
	void theHundredAndFirstCorrectionIsRefused() {
		ArticleBuilder story = published("Corrected too often");
		for (int i = 0; i < 100; i++) {
			assertThat(correct(story, "UPDATE", "Update " + i).get("errors")).isEmpty();
		}

		assertThat(NewsDesk.errors(correct(story, "UPDATE", "One more"))).containsExactly("NotAllowed");
		assertThat(correct(story, "UPDATE", "Update 99").get("errors")).isEmpty();
	}

	@Test
	void aCorrectionNeedsATextAndAnArticle() {
		JsonNode refused = this.desk.article("articleCorrect",
				Map.of("id", "rubbish", "kind", "UPDATE", "text", " \n "));

		assertThat(refused.get("errors")).extracting((error) -> error.at("/path/1").asString())
			.containsExactly("id", "text");
		assertThat(NewsDesk.errors(correct(article("Never published at all"), "UPDATE", "x")))
			.containsExactly("NotFound");
	}

	@Test
	void aCorrectionSurvivesTheNextPublicationOfItsDraft() {
		ArticleBuilder story = article("Corrected, then revised").by(this.newsroom.author("Rita Revises"))
			.in(this.newsroom.section("Revised after corrections", null));
		this.newsroom.publish(story);
		Desk writer = Desk.of(this.client, "Nell");
		Desk.Draft draft = writer.create(Map.of("from", story.id().value(), "headline", "Corrected and revised"));

		correct(story, "CORRECTION", "It was Tuesday.");
		assertThat(writer.publish(draft).errors()).isEmpty();

		assertThat(this.client
			.ask("{ article(by: { id: \"%s\" }) { headline corrections { text } } }".formatted(story.id()))
			.at("/data/article"))
			.hasToString("{\"headline\":\"Corrected and revised\",\"corrections\":[{\"text\":\"It was Tuesday.\"}]}");
	}

	@Test
	void picksComeFirstInRelatedWithTheirReasonAndInTheirOrder() {
		ArticleBuilder story = published("Beside which others stand");
		ArticleBuilder first = published("Pinned in the first place");
		ArticleBuilder second = published("Pinned in the second place");

		JsonNode pinned = pin(story, first, second);

		assertThat(pinned.at("/article/editorsPicks")).extracting((pick) -> pick.get("id").asString())
			.containsExactly(first.id().value(), second.id().value());
		JsonNode related = this.client
			.ask("{ article(by: { id: \"%s\" }) { related(first: 5) { article { id } reasons { kind } } } }"
				.formatted(story.id()))
			.at("/data/article/related");
		assertThat(related.at("/0/article/id").asString()).isEqualTo(first.id().value());
		assertThat(related.at("/0/reasons/0/kind").asString()).isEqualTo("EDITORS_PICK");
		assertThat(related.at("/1/article/id").asString()).isEqualTo(second.id().value());
		assertThat(pin(story).at("/article/editorsPicks")).isEmpty();
	}

	@Test
	void aPickOfItselfOfNothingOrOfTooManyIsRefused() {
		ArticleBuilder story = published("Of wrong picks");

		JsonNode refused = pin(story, story, article("Not there to be pinned"));
		assertThat(NewsDesk.errors(refused)).containsExactly("InvalidInput", "NotFound");
		assertThat(refused.at("/errors/1/path")).hasToString("[\"input\",\"picks\",\"1\"]");

		List<String> many = new ArrayList<>();
		IntStream.range(0, 21).forEach((n) -> many.add(article("Pick " + n).id().value()));
		assertThat(this.desk.article("editorsPicksSet", Map.of("id", story.id().value(), "picks", many))
			.at("/errors/0/message")
			.asString()).contains("21 articles", "at most 20");
	}

	@Test
	void aPickThatIsWithdrawnIsNotShownAndCannotBePinned() {
		ArticleBuilder story = published("Beside which one is withdrawn");
		ArticleBuilder pick = published("Pinned and then withdrawn");
		pin(story, pick);

		this.desk.article("articleWithdraw", Map.of("id", pick.id().value(), "reason", "Wrong."));

		assertThat(this.client.ask("{ article(by: { id: \"%s\" }) { editorsPicks { id } } }".formatted(story.id()))
			.at("/data/article/editorsPicks")).isEmpty();
		assertThat(NewsDesk.errors(pin(story, pick))).containsExactly("NotFound");
	}

	private ArticleBuilder published(String headline) {
		ArticleBuilder story = article(headline).publishedAt(TestClock.NOON);
		this.newsroom.publish(story);
		return story;
	}

	private JsonNode correct(ArticleBuilder story, String kind, String text) {
		return this.desk.article("articleCorrect", Map.of("id", story.id().value(), "kind", kind, "text", text));
	}

	private JsonNode pin(ArticleBuilder beside, ArticleBuilder... picks) {
		List<String> ids = Arrays.stream(picks).map((pick) -> pick.id().value()).toList();
		return this.desk.article("editorsPicksSet", Map.of("id", beside.id().value(), "picks", ids));
	}

	private static Instant moment(JsonNode node, String field) {
		return Instant.parse(node.get(field).asString());
	}

}
