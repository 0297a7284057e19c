package io.broadsheet.editorial;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;

import io.broadsheet.graph.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Time as the clock on the newsroom's wall shows it. */
@Component
class NewsroomClock {

	private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm",
			Locale.ENGLISH);

	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm:ss",
			Locale.ENGLISH);

	private final Site site;

	NewsroomClock(Site site) {
		this.site = site;
	}

	/** The name of the newsroom's time zone. */
	String zone() {
		return this.site.timeZone().getId();
	}

	/**
	 * What the clock shows at a moment, for people.
	 * @param moment the moment
	 * @return such as {@code Tuesday, 1 December 2026, 08:00 Europe/Berlin (UTC+01:00)}
	 */
	String show(Instant moment) {
		ZonedDateTime local = moment.atZone(this.site.timeZone());
		DateTimeFormatter precision = (local.getSecond() == 0) ? MINUTES : SECONDS;
		return "%s %s (%s)".formatted(precision.format(local), zone(), show(local.getOffset()));
	}

	/**
	 * Why a time cannot be meant: the clock is put forward, and never shows it.
	 * @param time a time with an offset
	 * @return a sentence, or null if it can be meant
	 */
	@Nullable String refusal(OffsetDateTime time) {
		LocalDateTime local = time.toLocalDateTime();
		ZoneOffsetTransition change = this.site.timeZone().getRules().getTransition(local);
		if (change == null || !change.isGap() || !isOffsetAround(change, time.getOffset())) {
			return null;
		}
		return "There is no %s in %s on %s: the clocks go from %s to %s. The moment that was given is %s there; give it so if it is meant."
			.formatted(local.toLocalTime(), zone(), local.toLocalDate(), change.getDateTimeBefore().toLocalTime(),
					change.getDateTimeAfter().toLocalTime(),
					time.atZoneSameInstant(this.site.timeZone()).toOffsetDateTime());
	}

	private static boolean isOffsetAround(ZoneOffsetTransition change, ZoneOffset offset) {
		return offset.equals(change.getOffsetBefore()) || offset.equals(change.getOffsetAfter());
	}

	private static String show(ZoneOffset offset) {
		return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
	}

}
