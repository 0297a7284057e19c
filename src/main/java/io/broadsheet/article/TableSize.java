package io.broadsheet.article;

/**
 * A guard against tables that are small to write and huge to build: every row of a table
 * is filled up to the width of its header, so that a hundred kilobytes can become a
 * thousand million cells.
 */
final class TableSize {

	private static final long MAX_CELLS = 100_000;

	private static final String DELIMITER_ROW = "|-: \t>*+.)0123456789";

	private TableSize() {
	}

	/** Whether no table in a text can have more cells than anybody would read. */
	static boolean isReasonable(String markdown) {
		long cells = 0;
		int columns = 0;
		int start = 0;
		while (start < markdown.length()) {
			int end = endOfLine(markdown, start);
			columns = markdown.substring(start, end).isBlank() ? 0 : Math.max(columns, columns(markdown, start, end));
			cells += columns;
			start = end + 1;
		}
		return cells <= MAX_CELLS;
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
