package io.broadsheet.related;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which stories a reader wants beside another.
 *
 * @param sameSection whether only those of its section and what is within that
 * @param publishedAfter only those published then or later
 * @param publishedBefore only those published earlier than then
 * @param languages only those in any of these languages, in lower case; none for the
 * article's own
 */
record Wanted(boolean sameSection, @Nullable Instant publishedAfter, @Nullable Instant publishedBefore,
		Set<String> languages) {

	/** Any in the article's language. */
	static final Wanted ANY = new Wanted(false, null, null, Set.of());

	/** The first millisecond that is wanted. */
	long from() {
		return (this.publishedAfter != null) ? firstMilliOf(this.publishedAfter) : Long.MIN_VALUE;
	}

	/** The first millisecond that is not wanted any more. */
	long until() {
		return (this.publishedBefore != null) ? firstMilliOf(this.publishedBefore) : Long.MAX_VALUE;
	}

	boolean allowsLanguage(String tag) {
		return this.languages.isEmpty()
				|| this.languages.stream().anyMatch((wanted) -> tag.equals(wanted) || tag.startsWith(wanted + "-"));
	}

	/** The first millisecond that is not before a moment. */
	private static long firstMilliOf(Instant moment) {
		return moment.minusNanos(1).toEpochMilli() + 1;
	}

}
