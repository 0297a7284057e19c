package io.broadsheet.editorial;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.author.Author;
import io.broadsheet.graph.NodeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class AuthorMutationTests {

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	private NewsDesk desk;

	@BeforeEach
	void sitDown() {
		this.desk = NewsDesk.of(this.client);
	}

	@Test
	void anAuthorIsThereForReadersAsSoonAsCreated() {
		JsonNode created = this.desk.author("Create", Map.of("name", "  Ines   Okafor ", "bio", "Covers the harbour.",
				"avatar", Map.of("url", "https://pictures.example/ines.jpg", "alt", "Ines on the quay")));

		assertThat(created.get("errors")).isEmpty();
		assertThat(created.at("/author/slug").asString()).isEqualTo("ines-okafor");
		assertThat(this.client.ask("{ author(by: { slug: \"ines-okafor\" }) { name bio avatar { alt } } }")
			.at("/data/author")).hasToString(
					"{\"name\":\"Ines Okafor\",\"bio\":\"Covers the harbour.\",\"avatar\":{\"alt\":\"Ines on the quay\"}}");
	}

	@Test
	void updateChangesOnlyWhatIsGivenAndNullClears() {
		String id = this.desk
			.author("Create",
					Map.of("name", "Only Given", "bio", "Old words.", "avatar",
							Map.of("url", "https://pictures.example/o.jpg", "alt", "A face")))
			.at("/author/id")
			.asString();

		JsonNode renamed = this.desk.author("Update", Map.of("id", id, "name", "Only This")).get("author");
		assertThat(renamed.get("name").asString()).isEqualTo("Only This");
		assertThat(renamed.get("bio").asString()).isEqualTo("Old words.");
		assertThat(renamed.at("/avatar/alt").asString()).isEqualTo("A face");

		Map<String, Object> clearing = new HashMap<>(Map.of("id", id));
		clearing.put("bio", null);
		clearing.put("avatar", null);
		JsonNode cleared = this.desk.author("Update", clearing).get("author");
		assertThat(cleared.get("bio").isNull()).isTrue();
		assertThat(cleared.get("avatar").isNull()).isTrue();
		assertThat(cleared.get("name").asString()).isEqualTo("Only This");
	}

	@Test
	void aSlugThatChangesKeepsTheOldOneLeadingThere() {
		String id = this.desk.author("Create", Map.of("name", "Before Marriage")).at("/author/id").asString();

		this.desk.author("Update", Map.of("id", id, "slug", "after-marriage"));

		JsonNode found = this.client.ask("{ author(by: { slug: \"before-marriage\" }) { id slug url } }")
			.at("/data/author");
		assertThat(found.get("id").asString()).isEqualTo(id);
		assertThat(found.get("slug").asString()).isEqualTo("after-marriage");
		assertThat(found.get("url").asString()).endsWith("/authors/after-marriage");
		assertThat(NewsDesk.errors(this.desk.author("Create", Map.of("name", "X", "slug", "before-marriage"))))
			.containsExactly("SlugTaken");
	}

	@Test
	void anAuthorCanReturnToAnEarlierSlug() {
		String id = this.desk.author("Create", Map.of("name", "There And Back")).at("/author/id").asString();
		this.desk.author("Update", Map.of("id", id, "slug", "there"));

		JsonNode back = this.desk.author("Update", Map.of("id", id, "slug", "there-and-back"));

		assertThat(back.at("/author/slug").asString()).isEqualTo("there-and-back");
		assertThat(this.client.ask("{ author(by: { slug: \"there\" }) { id } }").at("/data/author/id").asString())
			.isEqualTo(id);
	}

	@Test
	void ofTwentyWhoWantOneSlugAtOnceExactlyOneGetsItAndTheOthersAFreeOne() {
		List<Callable<JsonNode>> creates = IntStream.range(0, 20)
			.<Callable<JsonNode>>mapToObj(
					(n) -> () -> this.desk.author("Create", Map.of("name", "Twin " + n, "slug", "twin-of-twenty")))
			.toList();

		List<JsonNode> answers = NewsDesk.together(creates);

		assertThat(answers).filteredOn((answer) -> answer.get("errors").isEmpty()).hasSize(1);
		assertThat(answers).filteredOn((answer) -> NewsDesk.errors(answer).equals(List.of("SlugTaken")))
			.hasSize(19)
			.allSatisfy((answer) -> assertThat(answer.at("/errors/0/free").asString()).isEqualTo("twin-of-twenty-2"));
	}

	@Test
	void changesOfDifferentFieldsAtTheSameTimeAreAllKept() {
		String id = this.desk.author("Create", Map.of("name", "Many Hands")).at("/author/id").asString();
		List<Callable<JsonNode>> updates = List.of(
				() -> this.desk.author("Update", Map.of("id", id, "name", "Many Hands Indeed")),
				() -> this.desk.author("Update", Map.of("id", id, "bio", "Light work.")),
				() -> this.desk.author("Update", Map.of("id", id, "slug", "hands")),
				() -> this.desk.author("Update", Map.of("id", id, "avatar",
						Map.of("url", "https://pictures.example/h.jpg", "decorative", true))));

		NewsDesk.together(updates);

		assertThat(this.client.ask("{ author(by: { id: \"%s\" }) { name bio slug avatar { url } } }".formatted(id))
			.at("/data/author")).hasToString(
					"{\"name\":\"Many Hands Indeed\",\"bio\":\"Light work.\",\"slug\":\"hands\",\"avatar\":{\"url\":\"https://pictures.example/h.jpg\"}}");
	}

	@Test
	void aCreateThatIsSentAgainMakesNoSecondAuthor() {
		Map<String, String> input = Map.of("name", "Retried Once", "idempotencyKey", "retry-1");

		JsonNode first = this.desk.author("Create", input);
		JsonNode again = this.desk.author("Create", input);

		assertThat(again).isEqualTo(first);
		assertThat(NewsDesk.errors(this.desk.author("Create", Map.of("name", "Another", "idempotencyKey", "retry-1"))))
			.containsExactly("InvalidInput");
	}

	@Test
	void allThatIsWrongIsToldAtOnce() {
		JsonNode refused = this.desk.author("Create", Map.of("name", " ", "slug", "no slug", "bio", "b".repeat(5_001),
				"avatar", Map.of("url", "https://pictures.example/x.jpg")));

		assertThat(refused.get("author").isNull()).isTrue();
		assertThat(refused.get("errors")).extracting((error) -> error.get("path").toString())
			.containsExactly("[\"input\",\"name\"]", "[\"input\",\"slug\"]", "[\"input\",\"bio\"]",
					"[\"input\",\"avatar\",\"alt\"]");
		assertThat(NewsDesk.errors(refused)).containsOnly("InvalidInput");
	}

	@Test
	void whoeverHasBylinesIsNotRemovedAndTheUsesAreCounted() {
		Author author = this.newsroom.author("Used Thrice");
		this.newsroom.publish(article("Used one").by(author), article("Used two").by(author),
				article("Used three").commented("Well done.", author, Instant.EPOCH));

		JsonNode refused = this.desk.author("Delete", Map.of("id", author.id().value()));

		assertThat(NewsDesk.errors(refused)).containsExactly("NotAllowed");
		assertThat(refused.at("/errors/0/message").asString()).contains("3 articles refer");
	}

	@Test
	void whoeverHasAnOpenDraftIsNotRemoved() {
		Author author = this.newsroom.author("In A Draft");
		this.desk.run("draftCreate", "draft { id }",
				Map.of("headline", "Not yet", "authors", List.of(author.id().value())));

		assertThat(this.desk.author("Delete", Map.of("id", author.id().value())).at("/errors/0/message").asString())
			.contains("1 draft refers");
	}

	@Test
	void anUnusedAuthorIsRemovedAndTheSlugIsFree() {
		String id = this.desk.author("Create", Map.of("name", "Never Wrote")).at("/author/id").asString();

		JsonNode removed = this.desk.author("Delete", Map.of("id", id));

		assertThat(removed.at("/author/name").asString()).isEqualTo("Never Wrote");
		assertThat(this.client.ask("{ node(id: \"%s\") { id } }".formatted(id)).at("/data/node").isNull()).isTrue();
		assertThat(this.desk.author("Create", Map.of("name", "Never Wrote")).get("errors")).isEmpty();
		assertThat(NewsDesk.errors(this.desk.author("Delete", Map.of("id", id)))).containsExactly("NotFound");
	}

	@Test
	void whatIsNotThereIsNotFound() {
		String unknown = NodeId.named(Author.KIND, "nobody-at-all").value();

		assertThat(NewsDesk.errors(this.desk.author("Update", Map.of("id", unknown, "name", " "))))
			.containsExactly("NotFound", "InvalidInput");
		assertThat(NewsDesk.errors(this.desk.author("Update", Map.of("id", "rubbish"))))
			.containsExactly("InvalidInput");
	}

}
