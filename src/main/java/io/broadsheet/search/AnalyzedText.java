package io.broadsheet.search;

import java.io.IOException;
import java.util.function.Consumer;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/**
 * A text whose analysis is that of its language. Who wants to know its words is told them
 * while it is indexed, so that no text need be analyzed twice.
 */
final class AnalyzedText extends Field {

	private final String text;

	private final Analyzer analyzer;

	private final @Nullable Consumer<String> words;

	/**
	 * @param name the field's name
	 * @param text its text
	 * @param analyzer the analyzer of the text's language
	 */
	AnalyzedText(String name, String text, Analyzer analyzer) {
		this(name, text, analyzer, null);
	}

	/**
	 * @param name the field's name
	 * @param text its text
	 * @param analyzer the analyzer of the text's language
	 * @param words is told each of its words
	 */
	AnalyzedText(String name, String text, Analyzer analyzer, @Nullable Consumer<String> words) {
		super(name, text, TextField.TYPE_NOT_STORED);
		this.text = text;
		this.analyzer = analyzer;
		this.words = words;
	}

	@Override
	public TokenStream tokenStream(Analyzer writersOwn, @Nullable TokenStream reuse) {
		TokenStream tokens = this.analyzer.tokenStream(name(), this.text);
		return (this.words != null) ? new Telling(tokens, this.words) : tokens;
	}

	private static final class Telling extends TokenFilter {

		private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

		private final Consumer<String> words;

		Telling(TokenStream input, Consumer<String> words) {
			super(input);
			this.words = words;
		}

		@Override
		public boolean incrementToken() throws IOException {
			if (!this.input.incrementToken()) {
				return false;
			}
			if (this.term.charAt(0) != WordFormsFilter.STEM_MARK) {
				this.words.accept(this.term.toString());
			}
			return true;
		}

	}

}
