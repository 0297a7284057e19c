package io.broadsheet.editorial;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.TestClock;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A process dies while it publishes, after each of its writes. */
@GatewayTest
class PublicationTests {

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private DraftRepository drafts;

	@Autowired
	private PublicationMarks marks;

	@Autowired
	private Publication publication;

	@Autowired
	private Editions editions;

	@Autowired
	private Articles articles;

	@Test
	void whatWasOnlyMarkedIsPublishedWhenTheGatewayStartsAgain() {
		Desk.Draft draft = ready("Marked only");
		mark(draft, "marked-only");
		assertThat(read("marked-only")).isEmpty();

		this.publication.prepare();

		assertPublished(draft, "marked-only");
	}

	@Test
	void whatReadersHaveAlreadyIsPublishedOnce() {
		Desk.Draft draft = ready("Half done");
		Draft marked = mark(draft, "half-done");
		this.articles.publish(this.editions.published(marked, Objects.requireNonNull(marked.publishing()), null), 2);
		assertThat(read("half-done")).isEqualTo("Half done");

		this.publication.prepare();
		this.publication.prepare();

		assertPublished(draft, "half-done");
	}

	@Test
	void whoeverTouchesWhatWasLeftHalfDoneCompletesIt() {
		Desk.Draft draft = ready("Left behind");
		mark(draft, "left-behind");

		Desk.Draft refused = Desk.of(this.client, "Otto").update(draft, Map.of("headline", "Too late"));

		assertThat(refused.allErrors()).containsExactly("RevisionConflict", "NotAllowed");
		assertPublished(draft, "left-behind");
	}

	@Test
	void aPublisherThatWakesUpLateOverwritesNothing() {
		Desk pia = Desk.of(this.client, "Pia");
		Desk.Draft draft = ready("Sleeper");
		Draft marked = mark(draft, "sleeper");
		this.publication.prepare();
		Desk.Draft revised = pia.publish(pia.create(Map.of("from", marked.articleId().value(), "headline", "Awake")));

		this.publication.complete(marked);

		assertThat(read("sleeper")).isEqualTo("Awake");
		assertThat(pia.look(draft, "{ revision status }").get("revision").asInt()).isEqualTo(revised.revision());
	}

	@Test
	void aSlugThatWasTakenMeanwhileLeavesTheDraftAsItWas() {
		Desk.Draft draft = ready("Slug gone");
		mark(draft, "slug-gone");
		this.newsroom.publish(Newsroom.article("Faster").at("slug-gone"));

		this.publication.prepare();

		assertThat(read("slug-gone")).isEqualTo("Faster");
		Desk pia = Desk.of(this.client, "Pia");
		assertThat(pia.look(draft, "{ status revision }").toString())
			.isEqualTo("{\"status\":\"DRAFT\",\"revision\":1}");
		assertThat(pia.publish(draft).get("article/slug")).isEqualTo("slug-gone-2");
	}

	private Draft mark(Desk.Draft draft, String slug) {
		Draft stored = Objects.requireNonNull(this.drafts.find(new NodeId(draft.id())));
		Draft.Publishing mark = new Draft.Publishing("Pia", TestClock.NOON, slug);
		assertThat(this.marks.mark(stored, mark)).isTrue();
		return stored.marked(mark);
	}

	private void assertPublished(Desk.Draft draft, String slug) {
		Desk pia = Desk.of(this.client, "Pia");
		assertThat(pia.look(draft, "{ status revision slug updatedBy history { totalCount } article { slug } }")
			.toString())
			.isEqualTo(("{\"status\":\"PUBLISHED\",\"revision\":2,\"slug\":\"%1$s\",\"updatedBy\":\"Pia\","
					+ "\"history\":{\"totalCount\":2},\"article\":{\"slug\":\"%1$s\"}}")
				.formatted(slug));
	}

	private Desk.Draft ready(String headline) {
		return Desk.of(this.client, "Pia")
			.create(Map.of("headline", headline, "markdown", "Text.", "section",
					this.newsroom.section("Publication", null).id().value(), "authors",
					List.of(this.newsroom.author("Paul Publication").id().value())));
	}

	private String read(String slug) {
		return this.client.ask("{ article(by: {slug: \"" + slug + "\"}) { headline } }")
			.at("/data/article/headline")
			.asStringOpt()
			.orElse("");
	}

}
