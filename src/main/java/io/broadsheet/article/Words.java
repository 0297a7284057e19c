package io.broadsheet.article;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * The words of a text, one after the other. Where a script parts words by spaces, a word
 * is what stands between them (so that {@code 3-2} and {@code whole-of-government} are
 * one word each), if it has a letter or digit; dashes between clauses part words, too. In
 * other scripts it is what ICU's dictionaries take for one. Not for use by several
 * threads.
 */
final class Words {

	private static final int FIRST_UNSPACED = 0x0E00;

	private final String text;

	private final BreakIterator segments;

	private int segmentStart;

	private int segmentEnd;

	private int end;

	private boolean unspaced;

	private int unspacedLetters;

	Words(String text) {
		this.text = text;
		this.segments = BreakIterator.getWordInstance(ULocale.ROOT);
		this.segments.setText(text);
		advance();
	}

	/** Goes to the next word, if there is one. */
	boolean next() {
		while (isSegment() && !isWord()) {
			advance();
		}
		if (!isSegment()) {
			return false;
		}
		this.unspaced = isUnspacedSegment();
		if (this.unspaced) {
			this.unspacedLetters = lettersOfSegment();
			this.end = this.segmentEnd;
			advance();
		}
		else {
			this.unspacedLetters = 0;
			joinSegments();
		}
		return true;
	}

	/** Where the current word ends, with punctuation that sticks to it. */
	int end() {
		return this.end;
	}

	/** Whether the current word's script parts no words by spaces. */
	boolean isUnspaced() {
		return this.unspaced;
	}

	/** How many letters the current word has, if it is of such a script, otherwise 0. */
	int unspacedLetters() {
		return this.unspacedLetters;
	}

	/** Whether a character is of a script that does not part words by spaces. */
	static boolean isUnspaced(int codePoint) {
		return codePoint >= FIRST_UNSPACED && switch (UScript.getScript(codePoint)) {
			case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.THAI, UScript.LAO, UScript.KHMER,
					UScript.MYANMAR ->
				true;
			default -> false;
		};
	}

	private void joinSegments() {
		do {
			this.end = this.segmentEnd;
			advance();
		}
		while (isSegment() && !isSeparator() && !(isWord() && isUnspacedSegment()));
	}

	private void advance() {
		this.segmentStart = this.segments.current();
		this.segmentEnd = this.segments.next();
	}

	private boolean isSegment() {
		return this.segmentEnd != BreakIterator.DONE;
	}

	private boolean isWord() {
		return this.segments.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT;
	}

	private boolean isUnspacedSegment() {
		return isUnspaced(this.text.codePointAt(this.segmentStart));
	}

	private boolean isSeparator() {
		char first = this.text.charAt(this.segmentStart);
		return Character.isWhitespace(first) || Character.isSpaceChar(first) || first == '\u2014' || first == '\u2015'
				|| first == '\u2026' || (first >= '\u3000' && first <= '\u303F');
	}

	private int lettersOfSegment() {
		return (int) this.text.substring(this.segmentStart, this.segmentEnd)
			.codePoints()
			.filter(Character::isLetterOrDigit)
			.count();
	}

}
