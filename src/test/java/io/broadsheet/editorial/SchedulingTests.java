package io.broadsheet.editorial;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.TestClock;
import io.broadsheet.access.Permission;
import io.broadsheet.author.Author;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class SchedulingTests {

	private static final Duration HOUR = Duration.ofHours(1);

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private TestClock clock;

	private String section = "";

	private String author = "";

	private Desk nell;

	@BeforeEach
	void openTheNewsroom() {
		this.section = this.newsroom.section("Timetable", null).id().value();
		this.author = this.newsroom.author("Tilda Timetable").id().value();
		this.nell = Desk.of(this.client, "Nell");
	}

	@Test
	void aScheduledStoryIsReadAtItsTimeAndNotBefore() {
		Desk.Draft draft = this.nell.schedule(story("Embargoed until one"), Map.of("at", in(HOUR)));

		assertThat(draft.status()).isEqualTo("SCHEDULED");
		assertThat(read("embargoed-until-one")).isEmpty();
		this.clock.pass(HOUR);
		Awaitility.await()
			.untilAsserted(() -> assertThat(read("embargoed-until-one")).isEqualTo("Embargoed until one"));

		JsonNode after = this.nell.look(draft, "{ status scheduledFor history { nodes { action by } } }");
		assertThat(after.get("status").asString()).isEqualTo("PUBLISHED");
		assertThat(after.get("scheduledFor").isNull()).isTrue();
		assertThat(after.at("/history/nodes/0/action").asString()).isEqualTo("draftPublish");
		assertThat(after.at("/history/nodes/0/by").asString()).isEqualTo("Nell");
	}

	@Test
	void theAnswerRepeatsTheMomentAndWhatTheNewsroomsClockShowsThen() {
		Desk.Draft draft = this.nell.schedule(story("Said twice"), Map.of("at", "2036-11-30T08:00:00+01:00"));

		JsonNode schedule = this.nell.look(draft, "{ scheduledFor schedule { at localTime timeZone by } }");
		assertThat(schedule.get("scheduledFor").asString()).isEqualTo("2036-11-30T07:00:00.000Z");
		assertThat(schedule.at("/schedule/at").asString()).isEqualTo("2036-11-30T07:00:00.000Z");
		assertThat(schedule.at("/schedule/localTime").asString())
			.isEqualTo("Sunday, 30 November 2036, 07:00 UTC (UTC)");
		assertThat(schedule.at("/schedule/timeZone").asString()).isEqualTo("UTC");
		assertThat(schedule.at("/schedule/by").asString()).isEqualTo("Nell");
	}

	@Test
	void anEndTakesTheStoryFromReadersAgain() {
		Desk.Draft draft = this.nell.schedule(story("Here for an hour"),
				Map.of("at", in(HOUR), "until", in(HOUR.multipliedBy(2))));
		assertThat(draft.errors()).isEmpty();

		this.clock.pass(HOUR);
		Awaitility.await().until(() -> !read("here-for-an-hour").isEmpty());
		assertThat(this.nell.look(draft, "{ until }").get("until").isNull()).isFalse();

		this.clock.pass(HOUR);
		Awaitility.await().until(() -> read("here-for-an-hour").isEmpty());
		Awaitility.await()
			.until(() -> this.nell.look(draft, "{ status }").get("status").asString().equals("WITHDRAWN"));
	}

	@Test
	void aTimeThatHasPassedAndAnEndBeforeTheBeginningAreRefused() {
		Desk.Draft draft = story("Too late");

		assertThat(this.nell.schedule(draft, Map.of("at", in(HOUR.negated()))).error()).isEqualTo("InvalidInput");
		Desk.Draft refused = this.nell.schedule(draft, Map.of("at", in(HOUR), "until", in(HOUR)));
		assertThat(refused.errors().at("/0/path").toString()).isEqualTo("[\"input\",\"until\"]");
		assertThat(refused.errors().at("/0/message").asString()).contains("is not after the publication");
	}

	@Test
	void whatAPageNeedsMustBeThereWhenItIsScheduled() {
		Desk.Draft refused = this.nell.schedule(this.nell.create(Map.of("headline", "A headline alone")),
				Map.of("at", in(HOUR)));

		assertThat(refused.allErrors()).hasSize(3);
	}

	@Test
	void whatWasTakenOffTheScheduleIsNotPublished() {
		Desk.Draft draft = this.nell.schedule(story("Held back"), Map.of("at", in(HOUR)));
		draft = this.nell.unschedule(draft);
		Desk.Draft other = this.nell.schedule(story("Goes out"), Map.of("at", in(HOUR)));
		assertThat(draft.status()).isEqualTo("IN_REVIEW");
		assertThat(other.errors()).isEmpty();

		this.clock.pass(HOUR);
		Awaitility.await().until(() -> !read("goes-out").isEmpty());
		assertThat(read("held-back")).isEmpty();
	}

	@Test
	void whatLacksSomethingAtItsTimeIsTakenOffTheSchedule() {
		Author gone = this.newsroom.author("Gone By Then");
		Desk.Draft draft = story("Written by nobody");
		draft = this.nell.update(draft, Map.of("authors", List.of(gone.id().value())));
		draft = this.nell.schedule(draft, Map.of("at", in(HOUR)));
		this.newsroom.remove(gone);

		this.clock.pass(HOUR);
		Desk.Draft scheduled = draft;
		Awaitility.await()
			.until(() -> this.nell.look(scheduled, "{ status }").get("status").asString().equals("IN_REVIEW"));
		assertThat(this.nell.look(draft, "{ missing { message } }").at("/missing/0/message").asString())
			.contains("is gone");
	}

	@Test
	void schedulingNeedsThePermissionToPublish() {
		JsonNode answer = this.client.as("Otto", Permission.EDIT)
			.ask("mutation { draftSchedule(input: {id: \"D\", expectedRevision: 1, at: \"2030-01-01T00:00:00Z\"}) { draft { id } } }");

		assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
	}

	private Desk.Draft story(String headline) {
		return this.nell.create(Map.of("headline", headline, "markdown", "A body.", "section", this.section, "authors",
				List.of(this.author)));
	}

	private String in(Duration duration) {
		return this.clock.instant().plus(duration).toString();
	}

	private String read(String slug) {
		return this.client.ask("{ article(by: {slug: \"%s\"}) { headline } }".formatted(slug))
			.at("/data/article/headline")
			.asStringOpt()
			.orElse("");
	}

}
