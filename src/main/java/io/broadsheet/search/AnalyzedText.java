package io.broadsheet.search;

import java.io.IOException;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/**
 * A text whose analysis is that of its language. While it is indexed it collects its
 * words, so that no text need be analyzed twice.
 */
final class AnalyzedText extends Field {

	private final String text;

	private final Analyzer analyzer;

	private final Set<String> words;

	/**
	 * @param name the field's name
	 * @param text its text
	 * @param analyzer the analyzer of the text's language
	 * @param words where its words are collected
	 */
	AnalyzedText(String name, String text, Analyzer analyzer, Set<String> words) {
		super(name, text, TextField.TYPE_NOT_STORED);
		this.text = text;
		this.analyzer = analyzer;
		this.words = words;
	}

	@Override
	public TokenStream tokenStream(Analyzer writersOwn, @Nullable TokenStream reuse) {
		return new Collector(this.analyzer.tokenStream(name(), this.text), this.words);
	}

	private static final class Collector extends TokenFilter {

		private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

		private final Set<String> words;

		Collector(TokenStream input, Set<String> words) {
			super(input);
			this.words = words;
		}

		@Override
		public boolean incrementToken() throws IOException {
			if (!this.input.incrementToken()) {
				return false;
			}
			if (this.term.charAt(0) != WordFormsFilter.STEM_MARK) {
				this.words.add(this.term.toString());
			}
			return true;
		}

	}

}
