package io.broadsheet.editorial;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class DraftInputTests {

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Test
	void whatIsLeftOutStaysAndNullClears() {
		Desk ines = Desk.of(this.client, "Ines");
		String section = this.newsroom.section("Input", null).id().value();
		Desk.Draft draft = ines.create(Map.of("headline", " Two  lines\nin one ", "brief", "Short", "markdown",
				"  Text\n", "section", section, "language", "de", "editorsComment", "Well", "image",
				Map.of("url", "https://example.org/a.jpg", "alt", "A bridge")));
		assertThat(draft.get("headline")).isEqualTo("Two lines in one");
		assertThat(draft.get("markdown")).isEqualTo("  Text\n");

		Map<String, Object> cleared = new HashMap<>(Map.of("headline", "Other"));
		List.of("brief", "section", "language", "image", "editorsComment").forEach((field) -> cleared.put(field, null));
		Desk.Draft changed = ines.update(draft, cleared);

		assertThat(changed.get("headline")).isEqualTo("Other");
		assertThat(changed.get("markdown")).isEqualTo("  Text\n");
		assertThat(changed.get("language")).isEqualTo("en");
		List.of("brief", "section", "image", "editorsComment")
			.forEach((field) -> assertThat(changed.payload().at("/draft/" + field).isNull()).as(field).isTrue());
	}

	@Test
	void everythingThatIsWrongIsToldAtOnceWithItsPath() {
		Desk ines = Desk.of(this.client, "Ines");
		Map<String, Object> wrong = Map.of("headline", "x".repeat(301), "brief", "x".repeat(2_001), "slug", "no slug!",
				"section", "S0000000000000000", "authors", List.of("U0000000000000000", "nonsense"), "topics",
				Collections.nCopies(51, "T0000000000000000"), "editorsComment", "x".repeat(20_001), "image",
				Map.of("url", "ftp://example.org/a.jpg", "alt", "x".repeat(501), "width", 0, "focalX", 2));

		Desk.Draft created = ines.create(wrong);
		Desk.Draft updated = ines.update(ines.create(Map.of()), wrong);

		List<String> paths = List.of("headline", "slug", "brief", "section", "authors/0", "authors/1", "topics",
				"image/url", "image/alt", "image/width", "image/focalY", "image/focalX", "editorsComment");
		assertThat(paths(created)).containsExactlyElementsOf(paths);
		assertThat(paths(updated)).containsExactlyElementsOf(paths);
		assertThat(created.allErrors()).containsOnly("InvalidInput", "NotFound");
		assertThat(created.payload().get("draft").isNull()).isTrue();
	}

	@Test
	void whatIsAsLongAsItMayBeIsTaken() {
		Desk ines = Desk.of(this.client, "Ines");

		Desk.Draft draft = ines.create(Map.of("headline", "😀".repeat(300), "markdown", "x".repeat(1_000_000)));

		assertThat(draft.errors()).isEmpty();
		assertThat(ines.update(draft, Map.of("markdown", "x".repeat(1_000_001))).error()).isEqualTo("InvalidInput");
		assertThat(ines.update(draft, Map.of("markdown", "x".repeat(2_000_000))).error()).isEqualTo("InvalidInput");
		assertThat(ines.update(draft, Map.of("markdown", "桥".repeat(1_000_000))).errors()).isEmpty();
	}

	@Test
	void aSlugThatLeadsElsewhereIsRefusedWithAFreeOne() {
		Desk ines = Desk.of(this.client, "Ines");
		this.newsroom.publish(article("Slug holder").at("input-slug").formerlyAt("input-slug-old"));

		Desk.Draft refused = ines.create(Map.of("slug", "input-slug"));
		assertThat(refused.error()).isEqualTo("SlugTaken");
		assertThat(refused.errors().at("/0/free").asString()).isEqualTo("input-slug-2");
		assertThat(ines.create(Map.of("slug", "input-slug-old")).error()).isEqualTo("SlugTaken");

		Desk.Draft first = ines.create(Map.of("slug", "input-slug-2"));
		assertThat(first.errors()).isEmpty();
		assertThat(ines.create(Map.of("slug", "input-slug-2")).errors().at("/0/free").asString())
			.isEqualTo("input-slug-2-2");
		assertThat(ines.update(first, Map.of("slug", "input-slug-2")).errors()).isEmpty();
	}

	@Test
	void aDraftThatIsNotThereIsATypedError() {
		Desk ines = Desk.of(this.client, "Ines");

		assertThat(ines.publish(draft("D0000000000000000")).error()).isEqualTo("NotFound");
		assertThat(ines.publish(draft("A0000000000000000")).error()).isEqualTo("InvalidInput");
		assertThat(ines.publish(draft("nonsense")).error()).isEqualTo("InvalidInput");
		assertThat(ines.create(Map.of("from", "A0000000000000000")).error()).isEqualTo("NotFound");
		assertThat(paths(
				ines.create(Map.of("from", "nonsense", "idempotencyKey", "has space", "headline", "x".repeat(301)))))
			.containsExactlyInAnyOrder("from", "idempotencyKey", "headline");
	}

	private Desk.Draft draft(String id) {
		JsonNode payload = JsonMapper.shared().readTree("{\"draft\": {\"id\": \"%s\", \"revision\": 1}}".formatted(id));
		return new Desk.Draft(payload);
	}

	private static List<String> paths(Desk.Draft refused) {
		return refused.errors()
			.valueStream()
			.map((error) -> String.join("/", error.get("path").valueStream().skip(1).map(JsonNode::asString).toList()))
			.toList();
	}

}
