package io.broadsheet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * A text with the terms that {@link LanguageAnalyzers its language's analyzer} finds in
 * it, so that it is analyzed once, however many fields are made of it.
 */
public final class AnalyzedText {

	private static final int USUAL_LENGTH = 6;

	private final String text;

	private char[] characters;

	private int length;

	/** Of each term, where its characters end. */
	private int[] ends;

	private int[] increments;

	/** Of each term, where it begins in the text, and where it ends. */
	private int[] places;

	private int size;

	/** The terms as strings, once somebody wants them. */
	private String @Nullable [] strings;

	private AnalyzedText(String text) {
		int expected = text.length() / USUAL_LENGTH + 16;
		this.text = text;
		this.characters = new char[text.length() + 16];
		this.ends = new int[expected];
		this.increments = new int[expected];
		this.places = new int[2 * expected];
	}

	/**
	 * Analyzes a text.
	 * @param languageTag its language, as BCP 47 writes it
	 * @param text the text
	 * @return the text with its terms
	 */
	public static AnalyzedText of(String languageTag, String text) {
		AnalyzedText analyzed = new AnalyzedText(text);
		analyzed.read(LanguageAnalyzers.of(languageTag));
		return analyzed;
	}

	/** The text. */
	public String text() {
		return this.text;
	}

	/**
	 * Tells what its terms are.
	 * @param consumer is told each, in order
	 */
	public void forEach(TermConsumer consumer) {
		String[] terms = strings();
		for (int i = 0; i < this.size; i++) {
			consumer.accept(terms[i], this.increments[i] > 0, this.places[2 * i], this.places[2 * i + 1]);
		}
	}

	private String[] strings() {
		String[] terms = this.strings;
		if (terms == null) {
			terms = new String[this.size];
			for (int i = 0; i < this.size; i++) {
				terms[i] = new String(this.characters, start(i), this.ends[i] - start(i));
			}
			this.strings = terms;
		}
		return terms;
	}

	/** Its words as they are spelled, without their stems, for a field. */
	TokenStream words() {
		return new SpelledWords();
	}

	private void read(Analyzer analyzer) {
		try {
			TokenStream stream = analyzer.tokenStream("", this.text);
			CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
			PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
			OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
			LanguageAnalyzers.forEach(stream, () -> add(term, increment.getPositionIncrement(), offset));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void add(CharTermAttribute term, int increment, OffsetAttribute offset) {
		if (this.size == this.ends.length) {
			this.ends = Arrays.copyOf(this.ends, 2 * this.size);
			this.increments = Arrays.copyOf(this.increments, 2 * this.size);
			this.places = Arrays.copyOf(this.places, 4 * this.size);
		}
		if (this.length + term.length() > this.characters.length) {
			this.characters = Arrays.copyOf(this.characters, 2 * (this.length + term.length()));
		}
		System.arraycopy(term.buffer(), 0, this.characters, this.length, term.length());
		this.length += term.length();
		this.ends[this.size] = this.length;
		this.increments[this.size] = increment;
		this.places[2 * this.size] = offset.startOffset();
		this.places[2 * this.size + 1] = offset.endOffset();
		this.size++;
	}

	private int start(int index) {
		return (index == 0) ? 0 : this.ends[index - 1];
	}

	/** Is told of terms. */
	public interface TermConsumer {

		/**
		 * Takes a term.
		 * @param term the term
		 * @param first whether it is the first of its word: the word as it is spelled
		 * @param start where the word begins in the text
		 * @param end where it ends
		 */
		void accept(String term, boolean first, int start, int end);

	}

	private final class SpelledWords extends TokenStream {

		private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

		private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

		private int next;

		@Override
		public void reset() {
			this.next = 0;
		}

		@Override
		public boolean incrementToken() {
			while (this.next < AnalyzedText.this.size && AnalyzedText.this.increments[this.next] == 0) {
				this.next++;
			}
			if (this.next == AnalyzedText.this.size) {
				return false;
			}
			clearAttributes();
			int start = start(this.next);
			this.term.copyBuffer(AnalyzedText.this.characters, start, AnalyzedText.this.ends[this.next] - start);
			this.increment.setPositionIncrement(AnalyzedText.this.increments[this.next]);
			this.next++;
			return true;
		}

	}

}
