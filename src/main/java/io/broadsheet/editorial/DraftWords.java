package io.broadsheet.editorial;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts of drafts as the store searches and orders them: without capitals and accents.
 * Drafts are few, and must not get into the index of what readers find; so the store
 * looks through them.
 */
final class DraftWords {

	private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F]+");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private static final int KEY_LENGTH = 100;

	private DraftWords() {
	}

	/** All words of a content, parted by single spaces, with one before the first. */
	static String of(DraftContent content) {
		return content.texts().values().stream().map((text) -> " " + fold(text)).collect(Collectors.joining());
	}

	/** What a headline is ordered by. */
	static String key(String headline) {
		String folded = fold(headline);
		return folded.substring(0, Math.min(folded.length(), KEY_LENGTH));
	}

	/**
	 * The patterns that all must be found in the words of what is searched for: each word
	 * of a text, wherever it stands.
	 */
	static List<Pattern> search(String text) {
		return Arrays.stream(SPACE.split(fold(text)))
			.filter((word) -> !word.isEmpty())
			.distinct()
			.map((word) -> Pattern.compile(Pattern.quote(word)))
			.toList();
	}

	private static String fold(String text) {
		String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		return SPACE.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
	}

}
