package io.broadsheet.graph;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * Language tags as BCP 47 (RFC 5646) defines them, such as {@code en} or {@code pt-BR}.
 */
public final class LanguageTag {

	/** The greatest length of a tag, in characters. */
	public static final int MAX_LENGTH = 35;

	private LanguageTag() {
	}

	/**
	 * The canonical spelling of a tag.
	 * @param tag what somebody wrote; underscores are not taken for hyphens
	 * @return the tag as RFC 5646 recommends to write it, or nothing if it is not
	 * well-formed or names no language
	 */
	public static Optional<String> canonical(String tag) {
		if (tag.isEmpty() || tag.length() > MAX_LENGTH) {
			return Optional.empty();
		}
		try {
			String canonical = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
			return canonical.startsWith("und") ? Optional.empty() : Optional.of(canonical);
		}
		catch (IllformedLocaleException ex) {
			return Optional.empty();
		}
	}

}
