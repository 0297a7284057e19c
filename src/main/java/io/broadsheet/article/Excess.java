package io.broadsheet.article;

/**
 * A guard against texts that are small to write and huge to build. Every row of a table
 * is filled up to the width of its header, so that a hundred kilobytes can become a
 * thousand million cells; every mention of a footnote gets a link back. Texts with more
 * of either than anybody would read are read without tables and footnotes.
 */
final class Excess {

	private static final long MAX_CELLS = 100_000;

	private static final int MAX_MENTIONS = 5_000;

	private static final String DELIMITER_ROW = "|-: \t>*+.)0123456789";

	private Excess() {
	}

	/** Whether a text could have more table cells or footnotes than that. */
	static boolean isIn(String markdown) {
		return cells(markdown) > MAX_CELLS || mentions(markdown) > MAX_MENTIONS;
	}

	private static int mentions(String markdown) {
		int mentions = 0;
		for (int at = markdown.indexOf("[^"); at >= 0; at = markdown.indexOf("[^", at + 2)) {
			mentions++;
		}
		return mentions;
	}

	private static long cells(String markdown) {
		long cells = 0;
		int columns = 0;
		int start = 0;
		while (start < markdown.length()) {
			int end = endOfLine(markdown, start);
			columns = markdown.substring(start, end).isBlank() ? 0 : Math.max(columns, columns(markdown, start, end));
			cells += columns;
			start = end + 1;
		}
		return cells;
	}

	private static int endOfLine(String markdown, int start) {
		int end = start;
		while (end < markdown.length() && markdown.charAt(end) != '\n' && markdown.charAt(end) != '\r') {
			end++;
		}
		return end;
	}

	/** How many columns a line opens, if it parts a table's header from its rows. */
	private static int columns(String markdown, int start, int end) {
		int bars = 0;
		for (int i = start; i < end; i++) {
			char character = markdown.charAt(i);
			if (DELIMITER_ROW.indexOf(character) < 0) {
				return 0;
			}
			bars += (character == '|') ? 1 : 0;
		}
		return (bars == 0) ? 0 : bars + 1;
	}

}
