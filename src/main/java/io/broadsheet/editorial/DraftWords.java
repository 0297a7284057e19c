package io.broadsheet.editorial;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Texts of drafts as the store searches and orders them: without capitals and accents.
 * Drafts must not get into the index of what readers find; the store has an index of
 * their words instead.
 */
final class DraftWords {

	private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F]+");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]");

	private static final int KEY_LENGTH = 100;

	/** Of a longer word, such as an address, the beginning is enough to find it. */
	private static final int WORD_LENGTH = 50;

	private DraftWords() {
	}

	/** All words of a content, each once. */
	static Set<String> of(DraftContent content) {
		return words(String.join("\n", content.texts().values()));
	}

	/** What a headline is ordered by. */
	static String key(String headline) {
		String folded = SPACE.matcher(fold(headline)).replaceAll(" ").strip();
		return folded.substring(0, Math.min(folded.length(), KEY_LENGTH));
	}

	/**
	 * The patterns of a search, each of which some word of what is found must match.
	 * @param text words, or beginnings of words
	 */
	static List<Pattern> search(String text) {
		return words(text).stream()
			.map((word) -> Pattern.compile("^" + PUNCTUATION.matcher(word).replaceAll("\\\\$0")))
			.toList();
	}

	private static Set<String> words(String text) {
		String folded = fold(text);
		BreakIterator segments = BreakIterator.getWordInstance(ULocale.ROOT);
		segments.setText(folded);
		Set<String> words = new LinkedHashSet<>();
		int start = segments.first();
		for (int end = segments.next(); end != BreakIterator.DONE; end = segments.next()) {
			if (segments.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT) {
				words.add(folded.substring(start, Math.min(end, start + WORD_LENGTH)));
			}
			start = end;
		}
		return words;
	}

	private static String fold(String text) {
		String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		return bare.toLowerCase(Locale.ROOT);
	}

}
