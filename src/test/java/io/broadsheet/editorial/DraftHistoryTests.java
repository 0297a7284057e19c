package io.broadsheet.editorial;

import java.util.List;
import java.util.Map;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class DraftHistoryTests {

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Test
	void everyRevisionIsThereWithWhoDidWhatAndWhatChanged() {
		Desk.Draft draft = written();

		JsonNode history = Desk.of(this.client, "Hal").look(draft, """
				{ history { totalCount nodes { revision by action status changedFields at
				  textChanges { field parts { kind text } } } } }""").get("history");

		assertThat(history.get("totalCount").asInt()).isEqualTo(4);
		assertThat(column(history, "revision")).containsExactly("4", "3", "2", "1");
		assertThat(column(history, "by")).containsExactly("\"Hal\"", "\"Hal\"", "\"Iris\"", "\"Hal\"");
		assertThat(column(history, "action")).containsExactly("\"draftPublish\"", "\"draftSubmit\"", "\"draftUpdate\"",
				"\"draftCreate\"");
		assertThat(column(history, "changedFields")).containsExactly("[\"slug\",\"status\"]", "[\"status\"]",
				"[\"headline\",\"markdown\"]", "[\"headline\",\"markdown\",\"section\",\"authors\"]");
		assertThat(history.at("/nodes/2/textChanges/0").toString())
			.isEqualTo("{\"field\":\"headline\",\"parts\":[{\"kind\":\"KEPT\",\"text\":\"History of a \"},"
					+ "{\"kind\":\"REMOVED\",\"text\":\"ferry\"},{\"kind\":\"ADDED\",\"text\":\"tram\"}]}");
		assertThat(history.at("/nodes/3/textChanges/0/parts/0/kind").asString()).isEqualTo("ADDED");
		assertThat(history.at("/nodes/0/textChanges")).isEmpty();
	}

	@Test
	void aHistoryIsReadPageByPage() {
		Desk.Draft draft = written();
		Desk hal = Desk.of(this.client, "Hal");

		JsonNode first = page(hal, draft, "first: 3");
		JsonNode second = page(hal, draft, "first: 3, after: " + first.at("/pageInfo/endCursor"));

		assertThat(column(first, "revision")).containsExactly("4", "3", "2");
		assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
		assertThat(first.at("/pageInfo/hasPreviousPage").asBoolean()).isFalse();
		assertThat(column(second, "revision")).containsExactly("1");
		assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
		assertThat(second.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
		assertThat(column(page(hal, draft, "first: 3, after: " + second.at("/pageInfo/endCursor")), "revision"))
			.isEmpty();
		assertThat(column(page(hal, draft, "first: 0"), "revision")).isEmpty();
	}

	@Test
	void anArticlesHistoryGoesOnWhenItIsRevised() {
		Desk hal = Desk.of(this.client, "Hal");
		Desk.Draft draft = written();

		Desk.Draft revised = hal.create(Map.of("from", draft.get("article/id"), "brief", "With a brief"));
		Desk.Draft restored = hal.restore(revised, 1);

		assertThat(revised.id()).isEqualTo(draft.id());
		assertThat(revised.revision()).isEqualTo(5);
		assertThat(restored.get("headline")).isEqualTo("History of a ferry");
		assertThat(column(page(hal, draft, "first: 100"), "revision")).containsExactly("6", "5", "4", "3", "2", "1");
	}

	private static JsonNode page(Desk desk, Desk.Draft draft, String arguments) {
		return desk
			.look(draft,
					"""
							{ history(%s) { nodes { revision } pageInfo { hasNextPage hasPreviousPage endCursor } } }"""
						.formatted(arguments))
			.get("history");
	}

	private static List<String> column(JsonNode history, String field) {
		return history.get("nodes").valueStream().map((revision) -> revision.get(field).toString()).toList();
	}

	private Desk.Draft written() {
		Desk hal = Desk.of(this.client, "Hal");
		Desk.Draft draft = hal.create(Map.of("headline", "History of a ferry", "markdown", "Text.", "section",
				this.newsroom.section("History", null).id().value(), "authors",
				List.of(this.newsroom.author("Hilda History").id().value())));
		draft = Desk.of(this.client, "Iris")
			.update(draft, Map.of("headline", "History of a tram", "markdown", "New text."));
		return hal.publish(hal.submit(draft));
	}

}
