package io.broadsheet.share;

import java.time.Duration;

/** How far back a trend is looked at. */
enum TrendingWindow {

	/** The last hour. */
	HOUR(Duration.ofHours(1)),
	/** The last 24 hours. */
	DAY(Duration.ofDays(1)),
	/** The last seven days. */
	WEEK(Duration.ofDays(7)),
	/** The last thirty days. */
	MONTH(Duration.ofDays(30));

	private final Duration length;

	TrendingWindow(Duration length) {
		this.length = length;
	}

	/** How long it is. */
	Duration length() {
		return this.length;
	}

}
