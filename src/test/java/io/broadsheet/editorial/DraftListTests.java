package io.broadsheet.editorial;

import java.util.ArrayList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.TestClock;
import io.broadsheet.graph.NodeId;
import io.broadsheet.section.Section;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class DraftListTests {

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private DraftRepository drafts;

	private Desk lena;

	private Desk max;

	private Section outer;

	private Section inner;

	@BeforeEach
	void fillTheList() {
		this.lena = Desk.of(this.client, "Lena List");
		this.max = Desk.of(this.client, "Max List");
		this.outer = this.newsroom.section("Lists", null);
		this.inner = this.newsroom.section("Short lists", this.outer);
		if (list(inList("mine: true")).get("totalCount").asInt() == 0) {
			Desk.Draft first = create(this.lena, "Ärger im Hafen", "Die Fähre fährt nicht.", this.outer);
			create(this.lena, "Zebra on the loose", "It ran (twice) to the harbour.", this.inner);
			create(this.max, "a quiet day", "Nothing happened at the harbour.", this.inner);
			this.max.submit(first);
		}
	}

	@Test
	void draftsAreFoundByStatusSectionAndEditor() {
		assertThat(headlines(inList("mine: true"))).containsExactlyInAnyOrder("Ärger im Hafen", "Zebra on the loose");
		assertThat(headlines(inList("statuses: [IN_REVIEW]"))).containsExactly("Ärger im Hafen");
		assertThat(headlines(inList("statuses: [DRAFT], mine: true"))).containsExactly("Zebra on the loose");
		assertThat(headlines("filter: {sections: [\"" + this.inner.id() + "\"]}"))
			.containsExactlyInAnyOrder("Zebra on the loose", "a quiet day");
		assertThat(headlines(inList("mine: false"))).hasSize(3);
		assertThat(headlines(inList("statuses: []"))).isEmpty();
	}

	@Test
	void draftsAreFoundByTheWordsOfTheirTexts() {
		assertThat(headlines(inList("text: \"harbour RAN\""))).containsExactly("Zebra on the loose");
		assertThat(headlines(inList("text: \"fahre ARGER\""))).containsExactly("Ärger im Hafen");
		assertThat(headlines(inList("text: \"(twice)\""))).containsExactly("Zebra on the loose");
		assertThat(headlines(inList("text: \"zeb\""))).containsExactly("Zebra on the loose");
		assertThat(headlines(inList("text: \"ebra\""))).isEmpty();
		assertThat(headlines(inList("text: \".*\""))).isEmpty();
		assertThat(headlines(inList("text: \" \""))).hasSize(3);
	}

	@Test
	void aListIsReadPageByPageInAnyOrder() {
		for (String order : List.of("UPDATED_AT", "CREATED_AT", "HEADLINE")) {
			List<String> up = pages("orderBy: {field: %s, direction: ASC}".formatted(order));
			List<String> down = pages("orderBy: {field: %s, direction: DESC}".formatted(order));
			assertThat(up).as(order).hasSize(3);
			assertThat(down).as(order).isEqualTo(up.reversed());
		}
		assertThat(pages("orderBy: {field: HEADLINE, direction: ASC}")).containsExactly("a quiet day", "Ärger im Hafen",
				"Zebra on the loose");
	}

	@Test
	void aCursorOfAnotherListIsRefused() {
		JsonNode list = list(inList("mine: true") + ", first: 1");

		JsonNode answer = this.lena.ask("{ drafts(%s, after: %s) { totalCount } }".formatted(inList("mine: false"),
				list.at("/pageInfo/endCursor")));

		assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
	}

	@Test
	void readersAreToldOfNoDraft() {
		Desk.Draft draft = create(this.lena, "Secret list", "Secret.", this.newsroom.section("Secret lists", null));

		JsonNode asked = this.client.ask("{ draft(id: \"%s\") { headline } }".formatted(draft.id()));
		assertThat(asked.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
		assertThat(this.client.ask("{ drafts { totalCount } }").at("/errors/0/extensions/code").asString())
			.isEqualTo("FORBIDDEN");
		JsonNode node = this.client.ask("{ node(id: \"%s\") { id } }".formatted(draft.id()));
		assertThat(node.toString()).isEqualTo("{\"data\":{\"node\":null}}");
		assertThat(this.lena.ask("{ node(id: \"%s\") { ... on Draft { headline } } }".formatted(draft.id()))
			.at("/data/node/headline")
			.asString()).isEqualTo("Secret list");
	}

	@Test
	void whatIsDueIsFoundTheEarliestFirst() {
		// Long before that none of them is published.
		Instant someday = TestClock.NOON.plus(Duration.ofDays(1000));
		Section section = this.newsroom.section("Due lists", null);
		for (int hours : List.of(3, 1, 2)) {
			Desk.Draft draft = create(this.lena, "Due in " + hours, "Text.", section);
			Draft stored = Objects.requireNonNull(this.drafts.find(new NodeId(draft.id())));
			Draft scheduled = stored
				.after(Step.SCHEDULE, DraftStatus.SCHEDULED, stored.content(), "Lena", TestClock.NOON)
				.due(new Draft.Schedule(someday.plusSeconds(hours * 3600L), "Lena", null));
			assertThat(this.drafts.replace(stored, scheduled)).isTrue();
		}

		List<Draft> due = this.drafts.findDue(someday.plusSeconds(2 * 3600L));

		assertThat(due).extracting((draft) -> draft.content().headline())
			.filteredOn((headline) -> headline.startsWith("Due in"))
			.containsExactly("Due in 1", "Due in 2");
	}

	private Desk.Draft create(Desk desk, String headline, String text, Section section) {
		return desk.create(Map.of("headline", headline, "markdown", text, "section", section.id().value()));
	}

	private String inList(String filter) {
		return "filter: {sections: [\"%s\"], %s}".formatted(this.outer.id(), filter);
	}

	private JsonNode list(String arguments) {
		return this.lena.ask("""
				{ drafts(%s) { totalCount nodes { headline } edges { cursor }
				  pageInfo { hasNextPage hasPreviousPage endCursor } } }""".formatted(arguments)).at("/data/drafts");
	}

	private List<String> headlines(String arguments) {
		JsonNode list = list(arguments);
		List<String> headlines = list.get("nodes")
			.valueStream()
			.map((draft) -> draft.get("headline").asString())
			.toList();
		assertThat(list.get("totalCount").asInt()).isEqualTo(headlines.size());
		return headlines;
	}

	private List<String> pages(String order) {
		List<String> headlines = new ArrayList<>();
		String arguments = "filter: {sections: [\"%s\"]}, first: 1, %s".formatted(this.outer.id(), order);
		JsonNode page = list(arguments);
		while (!page.get("nodes").isEmpty()) {
			assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isEqualTo(!headlines.isEmpty());
			headlines.add(page.at("/nodes/0/headline").asString());
			assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isEqualTo(headlines.size() < 3);
			page = list(arguments + ", after: " + page.at("/pageInfo/endCursor"));
		}
		return headlines;
	}

}
