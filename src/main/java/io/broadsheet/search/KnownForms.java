package io.broadsheet.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a language's words, remembered: most words of any text are among the few
 * thousand most frequent ones, and need not be reduced to stems each time. A word has one
 * place where it can be remembered, and is forgotten when another comes there; so this
 * takes a few megabytes at most. Used by several threads at once, any of which may see
 * what another has remembered or not.
 */
final class KnownForms {

	private static final int PLACES = 1 << 14;

	/** Longer words are rare, and take room. */
	private static final int LONGEST = 40;

	private final @Nullable Known[] known = new Known[PLACES];

	/**
	 * The terms of a word: as it is spelled, and its stems.
	 * @param buffer has the word
	 * @param length its length
	 * @param analysis tells what is not remembered
	 * @return the terms in order, not to be changed
	 */
	char[][] of(char[] buffer, int length, OneWord analysis) throws IOException {
		if (length > LONGEST) {
			return analysis.forms(buffer, length);
		}
		int place = place(buffer, length);
		Known there = this.known[place];
		if (there == null || !there.is(buffer, length)) {
			there = new Known(Arrays.copyOf(buffer, length), analysis.forms(buffer, length));
			this.known[place] = there;
		}
		return there.forms;
	}

	private static int place(char[] buffer, int length) {
		int hash = 0;
		for (int i = 0; i < length; i++) {
			hash = 31 * hash + buffer[i];
		}
		return (hash * 0x9e3779b1) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
	}

	private static final class Known {

		private final char[] word;

		private final char[][] forms;

		Known(char[] word, char[][] forms) {
			this.word = word;
			this.forms = forms;
		}

		boolean is(char[] buffer, int length) {
			return Arrays.equals(this.word, 0, this.word.length, buffer, 0, length);
		}

	}

	/** The last steps of a language's analysis, for one word at a time. */
	static final class OneWord {

		private final Word word = new Word();

		private final TokenStream forms;

		private final CharTermAttribute form;

		OneWord(LanguageAnalysis analysis) {
			this.forms = analysis.forms(this.word);
			this.form = this.forms.addAttribute(CharTermAttribute.class);
		}

		private char[][] forms(char[] buffer, int length) throws IOException {
			List<char[]> all = new ArrayList<>();
			this.word.begin(buffer, length);
			LanguageAnalyzers.forEach(this.forms, () -> all.add(Arrays.copyOf(this.form.buffer(), this.form.length())));
			return all.toArray(char[][]::new);
		}

	}

	private static final class Word extends TokenStream {

		private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

		private char[] buffer = {};

		private int length;

		private boolean done;

		void begin(char[] word, int wordLength) {
			this.buffer = word;
			this.length = wordLength;
			this.done = false;
		}

		@Override
		public boolean incrementToken() {
			if (this.done) {
				return false;
			}
			clearAttributes();
			this.term.copyBuffer(this.buffer, 0, this.length);
			this.done = true;
			return true;
		}

	}

}
