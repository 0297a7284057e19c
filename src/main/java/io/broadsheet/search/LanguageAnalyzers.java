package io.broadsheet.search;

import java.io.IOException;
import java.io.Reader;
import java.util.EnumMap;
import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;

/**
 * Analyzers by language. Each turns a text into its words, folded, and behind each word,
 * at the same position, its stems with {@code ~} before them where they differ.
 */
public final class LanguageAnalyzers {

	/** What stems begin with, so that they are not taken for words. */
	public static final char STEM_MARK = WordFormsFilter.STEM_MARK;

	private static final Map<LanguageAnalysis, Analyzer> ANALYZERS = new EnumMap<>(LanguageAnalysis.class);

	static {
		for (LanguageAnalysis analysis : LanguageAnalysis.values()) {
			ANALYZERS.put(analysis, new LanguageAnalyzer(analysis));
		}
	}

	private LanguageAnalyzers() {
	}

	/**
	 * The analyzer of a language.
	 * @param languageTag the language, as BCP 47 writes it
	 * @return its analyzer, or one that serves any language
	 */
	public static Analyzer of(String languageTag) {
		return of(LanguageAnalysis.of(languageTag));
	}

	static Analyzer of(LanguageAnalysis analysis) {
		Analyzer analyzer = ANALYZERS.get(analysis);
		if (analyzer == null) {
			throw new IllegalStateException("No analyzer for " + analysis);
		}
		return analyzer;
	}

	/**
	 * Reads a stream of tokens from beginning to end, and closes it.
	 * @param tokens the stream
	 * @param action what to do at each token
	 * @throws IOException if the text cannot be read
	 */
	static void forEach(TokenStream tokens, Runnable action) throws IOException {
		try (tokens) {
			tokens.reset();
			while (tokens.incrementToken()) {
				action.run();
			}
			tokens.end();
		}
	}

	private static final class LanguageAnalyzer extends Analyzer {

		private final LanguageAnalysis analysis;

		private final KnownForms known = new KnownForms();

		LanguageAnalyzer(LanguageAnalysis analysis) {
			this.analysis = analysis;
		}

		@Override
		protected TokenStreamComponents createComponents(String field) {
			Tokenizer tokenizer = this.analysis.tokenizer();
			TokenStream words = this.analysis.words(tokenizer);
			return new TokenStreamComponents(tokenizer,
					this.analysis.stemsWordByWord()
							? new KnownFormsFilter(words, this.known, new KnownForms.OneWord(this.analysis))
							: this.analysis.forms(words));
		}

		@Override
		protected Reader initReader(String field, Reader reader) {
			return this.analysis.prepare(reader);
		}

	}

}
