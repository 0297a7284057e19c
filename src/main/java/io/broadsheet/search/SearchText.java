package io.broadsheet.search;

import java.util.ArrayList;
import java.util.List;

import io.broadsheet.graph.Problem;

/**
 * What somebody typed to search for: words, phrases in quotes, and either with a hyphen
 * before it if it is to be left out. Every other character is text.
 *
 * @param text as it was typed
 * @param parts its parts in order
 */
record SearchText(String text, List<Part> parts) {

	/** The greatest length, in characters. */
	static final int MAX_LENGTH = 256;

	private static final String QUOTES = "\"“”„‟«»「」『』";

	/**
	 * Reads what was typed.
	 * @param text what was typed
	 * @return its parts
	 * @throws Problem.BadUserInput if it is blank or too long
	 */
	static SearchText of(String text) {
		if (text.isBlank()) {
			throw new Problem.BadUserInput("There is nothing to search for: give at least one word.", "query");
		}
		if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
			throw new Problem.BadUserInput(
					"The query is longer than %d characters; fewer words find more.".formatted(MAX_LENGTH), "query");
		}
		return new SearchText(text, new Reader(text).read());
	}

	/**
	 * The text with another word in place of one.
	 * @param part the word
	 * @param replacement what stands there instead
	 */
	SearchText replacing(Part part, String replacement) {
		String replaced = this.text.substring(0, part.start()) + replacement + this.text.substring(part.end());
		return new SearchText(replaced, new Reader(replaced).read());
	}

	private static boolean isQuote(char c) {
		return QUOTES.indexOf(c) >= 0;
	}

	/**
	 * A word or a phrase.
	 *
	 * @param text the word or phrase
	 * @param start where it begins in what was typed
	 * @param end where it ends
	 * @param phrase whether it was in quotes
	 * @param unwanted whether what has it is to be left out
	 */
	record Part(String text, int start, int end, boolean phrase, boolean unwanted) {
	}

	private static final class Reader {

		private final String text;

		private final List<Part> parts = new ArrayList<>();

		private int at;

		Reader(String text) {
			this.text = text;
		}

		List<Part> read() {
			while (this.at < this.text.length()) {
				if (isSpace(this.text.charAt(this.at))) {
					this.at++;
				}
				else {
					readPart();
				}
			}
			return List.copyOf(this.parts);
		}

		private void readPart() {
			boolean unwanted = this.text.charAt(this.at) == '-' && isFollowedByText();
			if (unwanted) {
				this.at++;
			}
			if (!readPhrase(unwanted)) {
				readWord(unwanted);
			}
		}

		private boolean readPhrase(boolean unwanted) {
			if (!isQuote(this.text.charAt(this.at))) {
				return false;
			}
			int end = this.at + 1;
			while (end < this.text.length() && !isQuote(this.text.charAt(end))) {
				end++;
			}
			if (end == this.text.length()) {
				return false;
			}
			this.parts.add(new Part(this.text.substring(this.at + 1, end), this.at + 1, end, true, unwanted));
			this.at = end + 1;
			return true;
		}

		private void readWord(boolean unwanted) {
			int start = this.at;
			while (this.at < this.text.length() && !isSpace(this.text.charAt(this.at))) {
				this.at++;
			}
			this.parts.add(new Part(this.text.substring(start, this.at), start, this.at, false, unwanted));
		}

		private boolean isFollowedByText() {
			return this.at + 1 < this.text.length() && !isSpace(this.text.charAt(this.at + 1))
					&& this.text.charAt(this.at + 1) != '-';
		}

		private static boolean isSpace(char c) {
			return Character.isWhitespace(c) || Character.isSpaceChar(c);
		}

	}

}
