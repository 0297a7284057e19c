package io.broadsheet.related;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells from a headline which series a story belongs to: what stands before a colon, bar
 * or dash, or else the whole headline without its numbers.
 */
final class Series {

	private static final Pattern NAME = Pattern.compile("^(.{3,60}?)(?:\\s*[:|：｜]\\s|\\s+[-–—]\\s+)");

	private static final Pattern NUMBER = Pattern.compile("[\\p{N}#№]+");

	private Series() {
	}

	/** The hash of the series that a headline names, or 0 if it names none. */
	static int of(String headline) {
		Matcher named = NAME.matcher(headline);
		if (named.find()) {
			return hash(named.group(1));
		}
		return NUMBER.matcher(headline).find() ? hash(headline) : 0;
	}

	private static int hash(String name) {
		String bare = NUMBER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("").strip().replaceAll("\\s+", " ");
		return bare.isEmpty() ? 0 : TermCounts.hash(bare) | 1;
	}

}
