package io.broadsheet.intake;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MomentsTests {

	private static final ZoneId NEWSROOM = ZoneId.of("Europe/Berlin");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2026-05-14                       | 2026-05-13T22:00:00Z
			2026-5-4                         | 2026-05-03T22:00:00Z
			2026/05/14                       | 2026-05-13T22:00:00Z
			2026-01-14                       | 2026-01-13T23:00:00Z
			2026-05-14T08:30:00Z             | 2026-05-14T08:30:00Z
			2026-05-14T08:30:00+02:00        | 2026-05-14T06:30:00Z
			2026-05-14T08:30:00.123456-0700  | 2026-05-14T15:30:00.123Z
			2026-05-14 08:30:00 +0200        | 2026-05-14T06:30:00Z
			2026-05-14 08:30:00 -07          | 2026-05-14T15:30:00Z
			2026-05-14 08:30 +02:00          | 2026-05-14T06:30:00Z
			2026-05-14 8:30                  | 2026-05-14T06:30:00Z
			2026-05-14 08:30:00              | 2026-05-14T06:30:00Z
			2026-05-14t08:30:00z             | 2026-05-14T08:30:00Z
			2026-05-14 08:30:00 UTC          | 2026-05-14T08:30:00Z
			Thu, 14 May 2026 08:30:00 +0200  | 2026-05-14T06:30:00Z
			Jul 08 2022                      | 2022-07-07T22:00:00Z
			July 8, 2022                     | 2022-07-07T22:00:00Z
			8 July 2022                      | 2022-07-07T22:00:00Z
			8 Jul 2022                       | 2022-07-07T22:00:00Z
			July 8th, 2022                   | 2022-07-07T22:00:00Z
			2026-03-29T02:30:00              | 2026-03-29T01:30:00Z
			""")
	void readsWhatStaticSitesWrite(String written, Instant moment) {
		assertThat(Moments.read(written, NEWSROOM)).contains(moment);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "yesterday", "14.05.2026", "2026-13-01", "2026-02-30", "2026-05-14T25:00:00Z", "2026",
			"1747204200", "2026-05-14 08:30:00 EST", "05/14/2026", "14/5/26", "2026-05-14T08:30:00Zjunk" })
	void knowsNoOtherForm(String written) {
		assertThat(Moments.read(written, NEWSROOM)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 65, 1_000_000 })
	void looksAtNothingLong(int length) {
		assertThat(Moments.read("9".repeat(length), NEWSROOM)).isEmpty();
	}

}
