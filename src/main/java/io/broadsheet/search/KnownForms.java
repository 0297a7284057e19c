package io.broadsheet.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

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

	private final AtomicReferenceArray<char @Nullable []> known = new AtomicReferenceArray<>(PLACES);

	/**
	 * A word and the terms under which it is found: as it is spelled, and its stems.
	 * @param buffer has the word
	 * @param length its length
	 * @param analysis tells what is not remembered
	 * @return the word and its terms in order, each behind its length, in one array since
	 * that is near in memory; not to be changed
	 */
	char[] of(char[] buffer, int length, OneWord analysis) throws IOException {
		if (length > LONGEST) {
			return analysis.forms(buffer, length);
		}
		int place = place(buffer, length);
		char[] there = this.known.getAcquire(place);
		if (there == null || !isOf(there, buffer, length)) {
			there = analysis.forms(buffer, length);
			this.known.setRelease(place, there);
		}
		return there;
	}

	private static boolean isOf(char[] forms, char[] buffer, int length) {
		return forms[0] == length && Arrays.equals(forms, 1, 1 + length, buffer, 0, length);
	}

	private static int place(char[] buffer, int length) {
		int hash = 0;
		for (int i = 0; i < length; i++) {
			hash = 31 * hash + buffer[i];
		}
		return (hash * 0x9e3779b1) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
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

		private char[] forms(char[] buffer, int length) throws IOException {
			StringBuilder all = new StringBuilder();
			all.append((char) length).append(buffer, 0, length);
			this.word.begin(buffer, length);
			LanguageAnalyzers.forEach(this.forms,
					() -> all.append((char) this.form.length()).append(this.form.buffer(), 0, this.form.length()));
			return all.toString().toCharArray();
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
