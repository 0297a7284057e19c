package io.broadsheet.editorial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class TopicMutationTests {

	@Autowired
	private GraphQlClient client;

	private NewsDesk desk;

	@BeforeEach
	void sitDown() {
		this.desk = NewsDesk.of(this.client);
	}

	@Test
	void aTopicHasEachOfItsAliasesOnce() {
		JsonNode created = this.desk.topic("Create", Map.of("name", "Ambel weir", "kind", "PLACE", "aliases",
				List.of("The weir", "the  WEIR", " ", "Wehr")));

		assertThat(created.at("/topic/aliases")).hasToString("[\"The weir\",\"Wehr\"]");
	}

	@Test
	void updateChangesOnlyWhatIsGivenAndNullClears() {
		String id = this.desk
			.topic("Create", Map.of("name", "Kept topic", "kind", "EVENT", "description", "What it was.", "aliases",
					List.of("Kept alias")))
			.at("/topic/id")
			.asString();

		JsonNode changed = this.desk.topic("Update", Map.of("id", id, "kind", "SUBJECT")).get("topic");
		assertThat(changed.get("kind").asString()).isEqualTo("SUBJECT");
		assertThat(changed.get("description").asString()).isEqualTo("What it was.");
		assertThat(changed.get("aliases")).hasToString("[\"Kept alias\"]");

		Map<String, Object> clearing = new HashMap<>(Map.of("id", id));
		clearing.put("description", null);
		clearing.put("aliases", null);
		JsonNode cleared = this.desk.topic("Update", clearing).get("topic");
		assertThat(cleared.get("description").isNull()).isTrue();
		assertThat(cleared.get("aliases")).isEmpty();
	}

	@Test
	void whatEveryTopicNeedsCannotBeCleared() {
		String id = this.desk.topic("Create", Map.of("name", "Never bare", "kind", "EVENT")).at("/topic/id").asString();
		Map<String, Object> clearing = new HashMap<>(Map.of("id", id));
		List.of("name", "slug", "kind").forEach((field) -> clearing.put(field, null));

		JsonNode refused = this.desk.topic("Update", clearing);

		assertThat(refused.get("errors")).extracting((error) -> error.at("/path/1").asString())
			.containsExactly("name", "slug", "kind");
	}

	@Test
	void tooManyAliasesAreRefused() {
		List<String> aliases = IntStream.range(0, 51).mapToObj((n) -> "Alias " + n).toList();

		JsonNode refused = this.desk.topic("Create",
				Map.of("name", "Of many names", "kind", "PERSON", "aliases", aliases));

		assertThat(refused.at("/errors/0/message").asString()).contains("51 aliases", "at most 50");
	}

	@Test
	void anOldSlugLeadsToItsTopicAndIsTakenForOthers() {
		String id = this.desk.topic("Create", Map.of("name", "Renamed topic", "kind", "EVENT"))
			.at("/topic/id")
			.asString();
		this.desk.topic("Update", Map.of("id", id, "slug", "renamed-at-last"));

		assertThat(this.desk.ask("{ topic(by: { slug: \"renamed-topic\" }) { slug } }").at("/topic/slug").asString())
			.isEqualTo("renamed-at-last");
		JsonNode refused = this.desk.topic("Create", Map.of("name", "Renamed topic", "kind", "EVENT"));
		assertThat(refused.at("/errors/0/free").asString()).isEqualTo("renamed-topic-2");
	}

	@Test
	void everyMutationThatWorkedIsInTheLogAndNoneThatDidNot() {
		String id = this.desk.topic("Create", Map.of("name", "Logged topic", "kind", "EVENT"))
			.at("/topic/id")
			.asString();
		this.desk.topic("Update", Map.of("id", id, "description", "d".repeat(5_001)));
		this.desk.topic("Update", Map.of("id", id, "description", "Fine."));
		this.desk.topic("Delete", Map.of("id", id));

		JsonNode log = this.desk
			.ask("{ auditLog(filter: { targets: [\"%s\"] }) { totalCount nodes { by action note target { id } } } }"
				.formatted(id))
			.get("auditLog");

		assertThat(log.get("nodes")).extracting((entry) -> entry.get("action").asString())
			.containsExactly("topicDelete", "topicUpdate", "topicCreate");
		assertThat(log.at("/nodes/0"))
			.hasToString("{\"by\":\"Nell\",\"action\":\"topicDelete\",\"note\":\"Logged topic\",\"target\":null}");
	}

}
