package io.broadsheet.article;

/**
 * Text as it flows: blanks in a row are one space, and a line ends where something stands
 * by itself.
 */
final class RunningText {

	private final StringBuilder text = new StringBuilder();

	/** Begins a line, if none has just begun. */
	void breakLine() {
		trimSpace();
		if (!this.text.isEmpty() && last() != '\n') {
			this.text.append('\n');
		}
	}

	/** Adds text as it is, blanks and all. */
	void appendVerbatim(String words) {
		this.text.append(words);
	}

	/**
	 * Adds a piece of text.
	 * @param words the text
	 */
	void append(CharSequence words) {
		boolean lineEnds = false;
		for (int i = 0; i < words.length(); i++) {
			char character = words.charAt(i);
			if (isBlank(character)) {
				lineEnds |= character == '\n';
				space();
				continue;
			}
			if (lineEnds && isEastAsian(character)) {
				joinEastAsian();
			}
			lineEnds = false;
			this.text.append(character);
		}
	}

	private void space() {
		if (!this.text.isEmpty() && !isBlank(last())) {
			this.text.append(' ');
		}
	}

	/** Takes back the space of a line's end: CSS Text 4, section 4.1.3. */
	private void joinEastAsian() {
		int length = this.text.length();
		if (length > 1 && last() == ' ' && isEastAsian(this.text.charAt(length - 2))) {
			trimSpace();
		}
	}

	private static boolean isBlank(char character) {
		return character == ' ' || (character >= '\t' && character <= '\r');
	}

	/**
	 * Between these, a line's end in the source is no space (CSS Text 4, section 4.1.3).
	 */
	private static boolean isEastAsian(char character) {
		return (character >= '\u2E80' && character <= '\u9FFF') || (character >= '\uF900' && character <= '\uFAFF')
				|| (character >= '\uFF01' && character <= '\uFF60');
	}

	private void trimSpace() {
		if (!this.text.isEmpty() && last() == ' ') {
			this.text.setLength(this.text.length() - 1);
		}
	}

	private char last() {
		return this.text.charAt(this.text.length() - 1);
	}

	/** All of it, without blanks around. */
	@Override
	public String toString() {
		return this.text.toString().strip();
	}

}
