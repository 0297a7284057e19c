package io.broadsheet.editorial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.section.Section;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class SectionMutationTests {

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
	void newSectionsStandBehindTheirSiblings() {
		String parent = create("Harbour desk", null);
		create("Zebra quay", parent);
		create("Apple quay", parent);

		assertThat(this.client.ask("{ section(by: { slug: \"harbour-desk\" }) { children { name } } }")
			.at("/data/section/children")).hasToString("[{\"name\":\"Zebra quay\"},{\"name\":\"Apple quay\"}]");
	}

	@Test
	void aMovedSectionTakesItsArticlesAlong() {
		Section from = this.newsroom.section("Moved from", null);
		Section to = this.newsroom.section("Moved to", null);
		Section moved = this.newsroom.section("The moved", from);
		this.newsroom.publish(article("Goes along").in(moved));

		this.desk.section("Update", Map.of("id", moved.id().value(), "parent", to.id().value()));

		assertThat(articles(from)).isZero();
		assertThat(articles(to)).isEqualTo(1);
	}

	@Test
	void nullMakesARootAndAnAbsentParentStays() {
		String parent = create("Roots above", null);
		String child = create("Roots below", parent);

		assertThat(this.desk.section("Update", Map.of("id", child, "name", "Roots still below"))
			.at("/section/parent/id")
			.asString()).isEqualTo(parent);
		Map<String, Object> toRoot = new HashMap<>(Map.of("id", child));
		toRoot.put("parent", null);
		assertThat(this.desk.section("Update", toRoot).at("/section/parent").isNull()).isTrue();
	}

	@Test
	void aSectionCannotBeMovedIntoItselfOrBelow() {
		String top = create("Circle top", null);
		String middle = create("Circle middle", top);
		String bottom = create("Circle bottom", middle);

		for (String parent : List.of(top, middle, bottom)) {
			JsonNode refused = this.desk.section("Update", Map.of("id", top, "parent", parent));
			assertThat(NewsDesk.errors(refused)).containsExactly("InvalidInput");
			assertThat(refused.at("/errors/0/path")).hasToString("[\"input\",\"parent\"]");
		}
	}

	@Test
	void twoWhoMoveSectionsIntoEachOtherAtOnceMakeNoCircle() {
		for (int i = 0; i < 20; i++) {
			String one = create("Pair one " + i, null);
			String other = create("Pair other " + i, null);

			NewsDesk.together(List.of(() -> this.desk.section("Update", Map.of("id", one, "parent", other)),
					() -> this.desk.section("Update", Map.of("id", other, "parent", one))));

			assertThat(List.of(depth(one), depth(other))).containsAnyOf(0).doesNotContain(2);
		}
	}

	@Test
	void aSectionThatIsInUseIsNotRemovedAndTheUsesAreCounted() {
		Section used = this.newsroom.section("Used section", null);
		Section child = this.newsroom.section("Its only part", used);
		this.newsroom.publish(article("Stands there").in(used));

		JsonNode refused = this.desk.section("Delete", Map.of("id", used.id().value()));

		assertThat(NewsDesk.errors(refused)).containsExactly("NotAllowed");
		assertThat(refused.at("/errors/0/message").asString()).contains("1 article and 1 section refer");
		assertThat(this.desk.section("Delete", Map.of("id", child.id().value())).get("errors")).isEmpty();
	}

	@Test
	void aSlugThatChangesKeepsTheOldOneLeadingThere() {
		String id = create("Local news desk", null);

		this.desk.section("Update", Map.of("id", id, "slug", "nearby"));

		assertThat(this.client.ask("{ section(by: { slug: \"local-news-desk\" }) { id slug } }").at("/data/section"))
			.hasToString("{\"id\":\"%s\",\"slug\":\"nearby\"}".formatted(id));
	}

	private int depth(String id) {
		return this.client.ask("{ section(by: { id: \"%s\" }) { ancestors { id } } }".formatted(id))
			.at("/data/section/ancestors")
			.size();
	}

	private int articles(Section section) {
		return this.client.ask("{ section(by: { id: \"%s\" }) { articles { totalCount } } }".formatted(section.id()))
			.at("/data/section/articles/totalCount")
			.asInt();
	}

	private String create(String name, @Nullable String parent) {
		Map<String, String> input = new HashMap<>(Map.of("name", name));
		if (parent != null) {
			input.put("parent", parent);
		}
		return this.desk.section("Create", input).at("/section/id").asString();
	}

}
