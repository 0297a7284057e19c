package io.broadsheet.related;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How an article spells its words, and which of them belong together. */
final class Spelling {

	/** A phrase stands in one sentence, and no list is taken for one. */
	private static final Pattern APART = Pattern.compile("[\\n,;:!?\"“”«»„()\\[\\]/|…–—]|\\.\\s");

	/** What belongs to somebody is mentioned as somebody is. */
	private static final Pattern POSSESSIVE_END = Pattern.compile("[’']s?$");

	private static final Pattern SENTENCE_START = Pattern.compile("(^|[.!?:\"“”„«(…\\n])[\\s\"“„«(]*$");

	private static final Pattern UNIT = Pattern.compile("\\p{N}\\S* \\p{L}{1,2}");

	private static final Pattern AFTER_NUMBER = Pattern.compile("\\p{N}\\s$");

	/** So many characters before a word tell whether it begins a sentence. */
	private static final int CONTEXT = 6;

	/** What stands between the words of a name: "Department of the Interior". */
	private static final int LONGEST_GAP = 10;

	private final String text;

	/** Where the headline begins, behind all else. */
	private final int headline;

	private final Set<String> looseWords;

	Spelling(Subject article) {
		this.text = article.words().text();
		this.headline = this.text.lastIndexOf('\n', this.text.length() - 2) + 1;
		this.looseWords = StopWords.loose(article.traits().primaryLanguage());
	}

	/** How the words from one to another are spelled. */
	String of(Words.Word first, Words.Word last) {
		return POSSESSIVE_END.matcher(this.text.substring(first.start(), last.end())).replaceFirst("");
	}

	/** Headlines spell many words as names. */
	boolean isName(Words.Word word) {
		return Character.isUpperCase(this.text.codePointAt(word.start())) && word.start() < this.headline;
	}

	boolean isLowerCase(Words.Word word) {
		return Character.isLowerCase(this.text.codePointAt(word.start()));
	}

	/** Whether a word makes no phrase with another, which it would follow as any. */
	boolean isLoose(Words.Word word) {
		return this.looseWords.contains(of(word, word).toLowerCase(Locale.ROOT));
	}

	/**
	 * Of single words only names tell readers anything; sentences begin with any word.
	 */
	boolean tellsAlone(Words.Word word) {
		if (!isName(word)) {
			int first = this.text.codePointAt(word.start());
			return Character.isLetter(first) && !Character.isLowerCase(first) && !Character.isUpperCase(first);
		}
		boolean unit = AFTER_NUMBER.matcher(before(word)).find();
		return !unit && !isLoose(word) && !beginsSentence(word) && isWhole(word, word);
	}

	/** Neighbours, or two names with little between them: "Department of Justice". */
	boolean isPhrase(Words.Word before, Words.Word word) {
		int gap = word.start() - before.end();
		if (gap == 1 && (this.text.charAt(before.end()) == ' ' || this.text.charAt(before.end()) == '-')) {
			return true;
		}
		return gap >= 0 && gap <= LONGEST_GAP && isName(before) && isName(word)
				&& !APART.matcher(this.text.substring(before.end(), word.start())).find();
	}

	/**
	 * Whether two words that make a phrase are a name: not if anything begins with it.
	 */
	boolean isName(Words.Word before, Words.Word word) {
		return isName(before) && isName(word) && !(isLoose(word) || (isLoose(before) && beginsSentence(before)));
	}

	/** Whether nothing is cut off: "19 pandemic" is no whole phrase, nor is "24 KB". */
	boolean isWhole(Words.Word first, Words.Word last) {
		boolean cutBefore = first.start() > 0 && this.text.charAt(first.start() - 1) == '-';
		boolean cutBehind = this.text.charAt(last.end()) == '-';
		return !cutBefore && !cutBehind && !UNIT.matcher(of(first, last)).matches();
	}

	private boolean beginsSentence(Words.Word word) {
		return SENTENCE_START.matcher(before(word)).find();
	}

	private String before(Words.Word word) {
		return this.text.substring(Math.max(0, word.start() - CONTEXT), word.start());
	}

}
