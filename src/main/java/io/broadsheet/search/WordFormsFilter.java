package io.broadsheet.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The last step of every language's analysis. From tokens that come twice, as a keyword
 * and stemmed, it makes the word as it is spelled, folded, and at the same position its
 * stems, each behind {@link #STEM_MARK} and only where it differs.
 */
final class WordFormsFilter extends TokenFilter {

	/** What stems begin with, so that they are not taken for words. */
	static final char STEM_MARK = '~';

	private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

	private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

	private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

	private final Set<String> formsHere = new HashSet<>();

	private int skipped;

	WordFormsFilter(TokenStream input) {
		super(input);
	}

	@Override
	public boolean incrementToken() throws IOException {
		while (this.input.incrementToken()) {
			if (this.keyword.isKeyword() ? takeWord() : takeStem()) {
				return true;
			}
		}
		return false;
	}

	@Override
	public void reset() throws IOException {
		super.reset();
		this.formsHere.clear();
		this.skipped = 0;
	}

	private boolean takeWord() {
		if (this.increment.getPositionIncrement() > 0) {
			this.formsHere.clear();
		}
		String word = Folding.fold(this.term.toString());
		if (!isWritten(word) || !this.formsHere.add(word)) {
			this.skipped += this.increment.getPositionIncrement();
			return false;
		}
		this.term.setEmpty().append(word);
		this.increment.setPositionIncrement(this.increment.getPositionIncrement() + this.skipped);
		this.skipped = 0;
		return true;
	}

	private boolean takeStem() {
		String stem = Folding.fold(this.term.toString());
		if (stem.isEmpty() || this.formsHere.isEmpty() || this.formsHere.contains(stem)
				|| !this.formsHere.add(STEM_MARK + stem)) {
			return false;
		}
		this.term.setEmpty().append(STEM_MARK).append(stem);
		return true;
	}

	private static boolean isWritten(String word) {
		for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
			if (isWritten(word.codePointAt(i))) {
				return true;
			}
		}
		return false;
	}

	/** Letters, digits, marks and symbols such as emoji, but no punctuation. */
	private static boolean isWritten(int c) {
		return switch (Character.getType(c)) {
			case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
					Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
					Character.OTHER_PUNCTUATION, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR, Character.CONTROL, Character.FORMAT ->
				false;
			default -> true;
		};
	}

}
