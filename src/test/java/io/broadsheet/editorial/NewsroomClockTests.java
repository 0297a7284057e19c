package io.broadsheet.editorial;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import io.broadsheet.graph.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NewsroomClockTests {

	@Test
	void aMomentIsShownAsOnTheNewsroomsWallWithItsZone() {
		assertThat(clock("Europe/Berlin").show(Instant.parse("2026-12-01T07:00:00Z")))
			.isEqualTo("Tuesday, 1 December 2026, 08:00 Europe/Berlin (UTC+01:00)");
		assertThat(clock("UTC").show(Instant.parse("2026-12-01T07:00:09Z")))
			.isEqualTo("Tuesday, 1 December 2026, 07:00:09 UTC (UTC)");
	}

	@Test
	void theHourThatIsLeftOutWhenClocksArePutForwardIsRefused() {
		assertThat(clock("Europe/Berlin").refusal(OffsetDateTime.parse("2027-03-28T02:30:00+01:00")))
			.isEqualTo("There is no 02:30 in Europe/Berlin on 2027-03-28: the clocks go from 02:00 to 03:00."
					+ " The moment that was given is 2027-03-28T03:30+02:00 there; give it so if it is meant.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2027-03-28T01:59:59+01:00", "2027-03-28T03:00:00+02:00",
			// Another zone's clock shows this.
			"2027-03-28T02:30:00-05:00",
			// What is shown twice is told apart by its offset.
			"2027-10-31T02:30:00+02:00", "2027-10-31T02:30:00+01:00" })
	void aTimeThatTheClockShowsIsTaken(String time) {
		assertThat(clock("Europe/Berlin").refusal(OffsetDateTime.parse(time))).isNull();
	}

	private static NewsroomClock clock(String zone) {
		return new NewsroomClock(new Site(URI.create("https://news.example"), "News", ZoneId.of(zone)));
	}

}
