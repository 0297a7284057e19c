package io.broadsheet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.broadsheet.search.QueryWords.Word;
import io.broadsheet.search.SearchText.Part;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which forms articles can have what somebody typed. Its language is not
 * known, so it is analyzed in each that articles are written in.
 */
final class QueryAnalysis {

	private final Set<LanguageAnalysis> languages;

	private final StopWords stopWords;

	/**
	 * @param languages the languages that articles are written in
	 */
	QueryAnalysis(Set<LanguageAnalysis> languages) {
		this.languages = languages.isEmpty() ? EnumSet.of(LanguageAnalysis.OTHER) : EnumSet.copyOf(languages);
		this.stopWords = StopWords.of(this.languages);
	}

	QueryWords words(SearchText text) {
		List<Word> words = new ArrayList<>();
		List<Word> fillers = new ArrayList<>();
		List<Word> phrases = new ArrayList<>();
		List<Word> unwanted = new ArrayList<>();
		for (Part part : text.parts()) {
			if (part.phrase() || part.unwanted()) {
				addTo(part.unwanted() ? unwanted : phrases, new Word(part, forms(part.text())));
			}
			else {
				separated(part).forEach((word) -> addTo(isFiller(word) ? fillers : words, word));
			}
		}
		if (words.isEmpty() && phrases.isEmpty()) {
			return new QueryWords(fillers, List.of(), phrases, unwanted);
		}
		return new QueryWords(words, fillers, phrases, unwanted);
	}

	/** The forms of a word, phrase or name. */
	WordForms forms(String text) {
		Set<String> spellings = new LinkedHashSet<>();
		Set<String> stems = new LinkedHashSet<>();
		Set<List<String>> sequences = new LinkedHashSet<>();
		for (LanguageAnalysis language : this.languages) {
			List<Token> tokens = tokens(language, text);
			if (tokens.size() == 1) {
				spellings.add(tokens.getFirst().spelling());
				stems.addAll(tokens.getFirst().relatives());
			}
			else if (!tokens.isEmpty()) {
				sequences.add(tokens.stream().map(Token::spelling).toList());
			}
		}
		stems.removeAll(spellings);
		return new WordForms(spellings, stems, sequences);
	}

	/** Every term of a text, spelled and stemmed, in each language. */
	Set<String> terms(String text) {
		Set<String> terms = new LinkedHashSet<>();
		for (LanguageAnalysis language : this.languages) {
			for (Token token : tokens(language, text)) {
				terms.add(token.spelling());
				terms.addAll(token.relatives());
			}
		}
		return terms;
	}

	private static void addTo(List<Word> words, Word word) {
		if (!word.forms().isEmpty()) {
			words.add(word);
		}
	}

	private boolean isFiller(Word word) {
		return word.forms().spellings().stream().anyMatch(this.stopWords::contain);
	}

	/** What is written without spaces is taken apart by a language that is written so. */
	private List<Word> separated(Part part) {
		LanguageAnalysis language = languageWithoutSpaces(part.text());
		if (language == null) {
			return List.of(new Word(part, forms(part.text())));
		}
		List<Word> words = new ArrayList<>();
		for (Token token : tokens(language, part.text())) {
			String spelled = part.text().substring(token.start(), token.end());
			WordForms forms = forms(spelled);
			forms.spellings().add(token.spelling());
			forms.stems().addAll(token.relatives());
			words.add(new Word(
					new Part(spelled, part.start() + token.start(), part.start() + token.end(), false, false), forms));
		}
		return words;
	}

	private @Nullable LanguageAnalysis languageWithoutSpaces(String text) {
		Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
		text.codePoints().forEach((c) -> scripts.add(UnicodeScript.of(c)));
		if (scripts.contains(UnicodeScript.HIRAGANA) || scripts.contains(UnicodeScript.KATAKANA)) {
			return present(LanguageAnalysis.JAPANESE);
		}
		if (scripts.contains(UnicodeScript.HANGUL)) {
			return present(LanguageAnalysis.KOREAN);
		}
		if (scripts.contains(UnicodeScript.THAI)) {
			return present(LanguageAnalysis.THAI);
		}
		return scripts.contains(UnicodeScript.HAN) ? languageOfHan(text) : null;
	}

	/**
	 * Chinese or Japanese, whichever knows the longer words in it; neither if it is one
	 * word.
	 */
	private @Nullable LanguageAnalysis languageOfHan(String text) {
		LanguageAnalysis best = null;
		int fewest = Integer.MAX_VALUE;
		for (LanguageAnalysis language : List.of(LanguageAnalysis.CHINESE, LanguageAnalysis.JAPANESE)) {
			int words = this.languages.contains(language) ? tokens(language, text).size() : Integer.MAX_VALUE;
			if (words < fewest) {
				best = language;
				fewest = words;
			}
		}
		return (fewest == 1) ? null : best;
	}

	private @Nullable LanguageAnalysis present(LanguageAnalysis language) {
		return this.languages.contains(language) ? language : null;
	}

	/** The words of a text in one language, one for each position. */
	static List<Token> tokens(LanguageAnalysis language, String text) {
		List<Token> tokens = new ArrayList<>();
		try {
			TokenStream stream = LanguageAnalyzers.of(language).tokenStream(FieldNames.BODY, text);
			CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
			OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
			PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
			LanguageAnalyzers.forEach(stream, () -> {
				if (increment.getPositionIncrement() > 0) {
					tokens.add(new Token(term.toString(), new ArrayList<>(), offset.startOffset(), offset.endOffset()));
				}
				else if (!tokens.isEmpty()) {
					tokens.getLast().stems().add(term.toString());
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return tokens;
	}

	/**
	 * A word of a text.
	 *
	 * @param spelling the word, folded
	 * @param stems its stems and other forms
	 * @param start where it begins in the text
	 * @param end where it ends
	 */
	record Token(String spelling, List<String> stems, int start, int end) {

		/**
		 * The terms of words with the same stem. A word that is its own stem has none of
		 * its own, but others are reduced to it.
		 */
		List<String> relatives() {
			List<String> relatives = new ArrayList<>(this.stems);
			this.stems.forEach((stem) -> relatives.add(stem.substring(1)));
			if (this.stems.isEmpty()) {
				relatives.add(WordFormsFilter.STEM_MARK + this.spelling);
			}
			return relatives;
		}

	}

}
