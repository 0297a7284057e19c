package io.broadsheet.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Moments in the forms in which content files write them: RFC 3339 and its looser
 * relatives, the date of an e-mail, and dates in English words. A time without an offset
 * is the newsroom's, and a bare date is midnight there.
 */
final class Moments {

	private static final int MAX_LENGTH = 64;

	private static final DateTimeFormatter OFFSET = new DateTimeFormatterBuilder().parseCaseInsensitive()
		.appendOptional(DateTimeFormatter.ofPattern("XXX"))
		.appendOptional(DateTimeFormatter.ofPattern("XX"))
		.appendOptional(DateTimeFormatter.ofPattern("X"))
		.appendOptional(new DateTimeFormatterBuilder().appendLiteral("UTC")
			.parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
			.toFormatter(Locale.ROOT))
		.appendOptional(new DateTimeFormatterBuilder().appendLiteral("GMT")
			.parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
			.toFormatter(Locale.ROOT))
		.toFormatter(Locale.ROOT);

	private static final DateTimeFormatter NUMBERS = new DateTimeFormatterBuilder().parseCaseInsensitive()
		.appendValue(ChronoField.YEAR, 4)
		.appendLiteral('-')
		.appendValue(ChronoField.MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE)
		.appendLiteral('-')
		.appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE)
		.appendOptional(new DateTimeFormatterBuilder().appendPattern("['T'][' ']")
			.appendValue(ChronoField.HOUR_OF_DAY, 1, 2, SignStyle.NOT_NEGATIVE)
			.appendPattern(":mm[:ss]")
			.appendOptional(new DateTimeFormatterBuilder().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
				.toFormatter(Locale.ROOT))
			.appendPattern("[' ']")
			.append(OFFSET)
			.toFormatter(Locale.ROOT))
		.toFormatter(Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	private static final List<DateTimeFormatter> FORMS = List.of(NUMBERS, DateTimeFormatter.RFC_1123_DATE_TIME,
			words("[EEEE][EEE][','][' ']MMMM d['st']['nd']['rd']['th'][','] uuuu"),
			words("[EEEE][EEE][','][' ']MMM d['st']['nd']['rd']['th'][','] uuuu"),
			words("[EEEE][EEE][','][' ']d MMMM uuuu"), words("[EEEE][EEE][','][' ']d MMM uuuu"));

	private Moments() {
	}

	/**
	 * Reads a moment.
	 * @param text what a file says
	 * @param zone the newsroom's time zone
	 * @return the moment to the millisecond, or nothing if the text is in no known form
	 */
	static Optional<Instant> read(String text, ZoneId zone) {
		String tidy = text.strip();
		if (tidy.length() > MAX_LENGTH) {
			return Optional.empty();
		}
		String dashed = tidy.matches("\\d{4}/\\d{1,2}/\\d{1,2}.*") ? tidy.replace('/', '-') : tidy;
		return FORMS.stream()
			.flatMap((form) -> read(dashed, form, zone).stream())
			.findFirst()
			.map((moment) -> moment.truncatedTo(ChronoUnit.MILLIS));
	}

	private static Optional<Instant> read(String text, DateTimeFormatter form, ZoneId zone) {
		try {
			TemporalAccessor read = form.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
			return Optional.of(switch (read) {
				case OffsetDateTime moment -> moment.toInstant();
				case LocalDateTime time -> time.atZone(zone).toInstant();
				case LocalDate date -> date.atStartOfDay(zone).toInstant();
				default -> throw new DateTimeException(text);
			});
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static DateTimeFormatter words(String pattern) {
		return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH);
	}

}
