package io.broadsheet.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The beginnings of words, by which a word is found while it is typed. */
final class WordStarts {

	/** The longest beginning that is a term of its own, in characters. */
	static final int LONGEST = 10;

	private WordStarts() {
	}

	/**
	 * All beginnings of some words.
	 * @param words the words
	 * @return each once, and of longer words none beyond {@value #LONGEST} characters
	 */
	static Set<String> of(Collection<String> words) {
		Set<String> starts = new LinkedHashSet<>();
		for (String word : words) {
			int longest = Math.min(LONGEST, word.codePointCount(0, word.length()));
			for (int length = 1; length <= longest; length++) {
				starts.add(word.substring(0, word.offsetByCodePoints(0, length)));
			}
		}
		return starts;
	}

}
