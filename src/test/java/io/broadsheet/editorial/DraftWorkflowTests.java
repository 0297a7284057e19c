package io.broadsheet.editorial;

import java.util.List;
import java.util.Map;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.author.Author;
import io.broadsheet.section.Section;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class DraftWorkflowTests {

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	private Section section;

	private Author author;

	private Desk nell;

	@BeforeEach
	void openTheNewsroom() {
		this.section = this.newsroom.section("Workflow", null);
		this.author = this.newsroom.author("Wilma Workflow");
		this.nell = Desk.of(this.client, "Nell");
	}

	@Test
	void aStoryGoesFromItsFirstWordToThePage() {
		Desk.Draft draft = this.nell.create(Map.of("headline", "The ferry is back"));
		assertThat(draft.status()).isEqualTo("DRAFT");
		assertThat(draft.revision()).isEqualTo(1);

		draft = this.nell.update(draft, Map.of("markdown", "It is.", "section", this.section.id().value(), "authors",
				List.of(this.author.id().value())));
		draft = this.nell.submit(draft);
		assertThat(draft.status()).isEqualTo("IN_REVIEW");
		draft = this.nell.publish(draft);

		assertThat(draft.errors()).isEmpty();
		assertThat(draft.status()).isEqualTo("PUBLISHED");
		assertThat(draft.get("article/slug")).isEqualTo("the-ferry-is-back");
		assertThat(read("the-ferry-is-back")).isEqualTo("The ferry is back");
	}

	@Test
	void readersSeeTheArticleAsItWasUntilItIsPublishedAgain() {
		Desk.Draft draft = published("Old headline of the flow", "flow-old");
		String article = draft.get("article/id");

		draft = this.nell.create(Map.of("from", article, "headline", "New headline of the flow"));
		draft = this.nell.update(draft, Map.of("slug", "flow-new"));
		assertThat(read("flow-old")).isEqualTo("Old headline of the flow");
		assertThat(read("flow-new")).isEmpty();

		draft = this.nell.publish(draft);
		assertThat(draft.errors()).isEmpty();
		assertThat(draft.get("article/id")).isEqualTo(article);
		assertThat(read("flow-new")).isEqualTo("New headline of the flow");
		assertThat(read("flow-old")).as("the old address").isEqualTo("New headline of the flow");
	}

	@Test
	void whatIsNotPossibleIsRefusedWithWhatIs() {
		Desk.Draft draft = published("Done for good", "done-for-good");

		Desk.Draft refused = this.nell.submit(draft);

		assertThat(refused.error()).isEqualTo("NotAllowed");
		assertThat(refused.errors().at("/0/message").asString())
			.isEqualTo("A draft that is published cannot be submitted. It can be taken up again (draftCreate),"
					+ " restored to an earlier revision (draftRestore) or withdrawn (articleWithdraw).");
		assertThat(this.nell.update(draft, Map.of("headline", "Other")).error()).isEqualTo("NotAllowed");
		assertThat(this.nell.giveBack(draft).error()).isEqualTo("NotAllowed");
	}

	@Test
	void anArticleHasOneOpenDraftAtMost() {
		String article = published("Wanted by two", "wanted-by-two").get("article/id");
		Desk.Draft first = this.nell.create(Map.of("from", article));

		Desk.Draft second = Desk.of(this.client, "Omar").create(Map.of("from", article));

		assertThat(second.error()).isEqualTo("NotAllowed");
		assertThat(second.errors().at("/0/message").asString()).contains("Nell", first.id());
	}

	@Test
	void publishingAgainIsAnsweredAsTheFirstTimeAndPublishesNothing() {
		Desk.Draft ready = ready("Sent twice", "sent-twice");
		Desk.Draft first = this.nell.publish(ready);

		Desk.Draft again = this.nell.publish(ready);

		assertThat(again.payload()).isEqualTo(first.payload());
		assertThat(Desk.of(this.client, "Omar").publish(ready).allErrors()).containsExactly("RevisionConflict",
				"NotAllowed");
	}

	@Test
	void publishingListsAllThatIsMissing() {
		Desk.Draft draft = this.nell
			.create(Map.of("brief", "Only this", "image", Map.of("url", "https://example.org/bridge.jpg")));

		Desk.Draft refused = this.nell.publish(draft);

		assertThat(refused.errors().valueStream().map((error) -> error.get("path").toString())).containsExactly(
				"[\"input\",\"headline\"]", "[\"input\",\"markdown\"]", "[\"input\",\"section\"]",
				"[\"input\",\"authors\"]", "[\"input\",\"image\",\"alt\"]");
		assertThat(this.nell.look(draft, "{ missing { message } status }").get("missing")).hasSize(5);
	}

	@Test
	void whatWasNotPublishedCanBeThrownAway() {
		Desk.Draft fresh = this.nell.create(Map.of("headline", "Nobody needs this"));
		assertThat(this.nell.discard(fresh).errors()).isEmpty();
		assertThat(this.nell.look(fresh, "{ id }").isNull()).isTrue();

		Desk.Draft draft = published("Good as it was", "good-as-it-was");
		Desk.Draft changed = this.nell.create(Map.of("from", draft.get("article/id"), "headline", "Worse"));
		Desk.Draft discarded = this.nell.discard(changed);

		assertThat(discarded.status()).isEqualTo("PUBLISHED");
		assertThat(discarded.get("headline")).isEqualTo("Good as it was");
		assertThat(discarded.revision()).isEqualTo(changed.revision() + 1);
	}

	@Test
	void anEarlierRevisionCanBeHadAgain() {
		Desk.Draft draft = this.nell.create(Map.of("headline", "First", "brief", "Short"));
		draft = this.nell.update(draft, Map.of("headline", "Second", "brief", ""));

		Desk.Draft restored = this.nell.restore(draft, 1);

		assertThat(restored.revision()).isEqualTo(3);
		assertThat(restored.get("headline")).isEqualTo("First");
		assertThat(restored.get("brief")).isEqualTo("Short");
		assertThat(this.nell.restore(restored, 9).error()).isEqualTo("NotFound");
	}

	private Desk.Draft ready(String headline, String slug) {
		return this.nell.create(Map.of("headline", headline, "slug", slug, "markdown", "Text.", "section",
				this.section.id().value(), "authors", List.of(this.author.id().value())));
	}

	private Desk.Draft published(String headline, String slug) {
		return this.nell.publish(ready(headline, slug));
	}

	private String read(String slug) {
		return this.client.ask("{ article(by: {slug: \"" + slug + "\"}) { headline } }")
			.at("/data/article/headline")
			.asStringOpt()
			.orElse("");
	}

}
