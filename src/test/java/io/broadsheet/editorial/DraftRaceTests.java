package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/** Many editors do the same thing at the same time. */
@GatewayTest
class DraftRaceTests {

	private static final int EDITORS = 50;

	private static final int SAME_HEADLINES = 20;

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Test
	void ofFiftyUpdatesOfOneRevisionOneWinsAndNothingIsLost() throws Exception {
		Desk.Draft draft = Desk.of(this.client, "Ruth").create(Map.of("headline", "A race", "brief", "Before"));

		List<Desk.Draft> answers = atOnce(EDITORS,
				(n) -> Desk.of(this.client, "Editor " + n).update(draft, Map.of("brief", "By editor " + n)));

		List<Desk.Draft> winners = answers.stream().filter((answer) -> answer.errors().isEmpty()).toList();
		assertThat(winners).hasSize(1);
		String written = winners.getFirst().get("brief");
		answers.stream().filter((answer) -> !answer.errors().isEmpty()).forEach((loser) -> {
			JsonNode conflict = loser.errors().get(0);
			assertThat(loser.allErrors()).containsExactly("RevisionConflict");
			assertThat(conflict.at("/current/revision").asInt()).isEqualTo(2);
			assertThat(conflict.at("/current/brief").asString()).isEqualTo(written);
			assertThat(conflict.get("changedFields").toString()).isEqualTo("[\"brief\"]");
		});
		JsonNode now = Desk.of(this.client, "Ruth")
			.look(draft, "{ brief revision history { totalCount nodes { revision by } } }");
		assertThat(now.get("brief").asString()).isEqualTo(written);
		assertThat(now.at("/history/totalCount").asInt()).isEqualTo(2);
		assertThat(now.at("/history/nodes/0/by").asString()).isEqualTo(winners.getFirst().get("updatedBy"));
	}

	@Test
	void aRequestThatIsSentFiftyTimesBeginsOneDraft() throws Exception {
		Desk ruth = Desk.of(this.client, "Ruth");

		List<Desk.Draft> answers = atOnce(EDITORS,
				(n) -> ruth.create(Map.of("headline", "Begun once", "idempotencyKey", "begin-once")));

		assertThat(answers).extracting(Desk.Draft::errors).allMatch(JsonNode::isEmpty);
		assertThat(answers).extracting(Desk.Draft::id).containsOnly(answers.getFirst().id());
		assertThat(ruth.create(Map.of("headline", "Something else", "idempotencyKey", "begin-once")).error())
			.isEqualTo("InvalidInput");
		assertThat(Desk.of(this.client, "Omar")
			.create(Map.of("headline", "Omar's own", "idempotencyKey", "begin-once"))
			.id()).isNotEqualTo(answers.getFirst().id());
	}

	@Test
	void ofFiftyWhoWantToReviseAnArticleOneDoes() throws Exception {
		ArticleBuilder story = article("Everybody wants to revise this");
		this.newsroom.publish(story);

		List<Desk.Draft> answers = atOnce(EDITORS,
				(n) -> Desk.of(this.client, "Editor " + n).create(Map.of("from", story.id().value())));

		assertThat(answers).filteredOn((answer) -> answer.errors().isEmpty()).hasSize(1);
		assertThat(answers).filteredOn((answer) -> !answer.errors().isEmpty())
			.extracting(Desk.Draft::error)
			.containsOnly("NotAllowed");
	}

	@Test
	void draftsOfOneHeadlineThatArePublishedAtOnceGetSlugsOfTheirOwn() throws Exception {
		String section = this.newsroom.section("Race", null).id().value();
		String author = this.newsroom.author("Rosa Race").id().value();
		List<Desk.Draft> drafts = new ArrayList<>();
		for (int n = 0; n < SAME_HEADLINES; n++) {
			drafts.add(Desk.of(this.client, "Editor " + n)
				.create(Map.of("headline", "One slug for all", "markdown", "Text.", "section", section, "authors",
						List.of(author))));
		}

		List<Desk.Draft> published = atOnce(SAME_HEADLINES,
				(n) -> Desk.of(this.client, "Editor " + n).publish(drafts.get(n)));

		assertThat(published).extracting(Desk.Draft::errors).allMatch(JsonNode::isEmpty);
		assertThat(published).extracting((draft) -> draft.get("article/slug"))
			.doesNotHaveDuplicates()
			.contains("one-slug-for-all", "one-slug-for-all-" + SAME_HEADLINES);
	}

	private static List<Desk.Draft> atOnce(int editors, IntFunction<Desk.Draft> work) throws Exception {
		List<Callable<Desk.Draft>> all = new ArrayList<>();
		for (int n = 0; n < editors; n++) {
			int number = n;
			all.add(() -> work.apply(number));
		}
		List<Desk.Draft> answers = new ArrayList<>();
		try (ExecutorService pool = Executors.newFixedThreadPool(editors)) {
			for (Future<Desk.Draft> answer : pool.invokeAll(all)) {
				answers.add(answer.get());
			}
		}
		return answers;
	}

}
