package io.broadsheet.search;

import java.util.List;
import java.util.Locale;

/**
 * A part of a text with marks in it.
 *
 * @param text the whole text
 * @param start where the part begins
 * @param end where it ends
 * @param marks what is marked in it
 */
record MarkedText(String text, int start, int end, List<Mark> marks) {

	/** The greatest length of a passage, in characters. */
	private static final int MAX_LENGTH = 240;

	/** What stands before the first mark in a passage that is cut. */
	private static final int LEAD = 80;

	static MarkedText whole(String text, List<Mark> marks) {
		return new MarkedText(text, 0, text.length(), marks);
	}

	/** A part; of a long one what is around its first mark. */
	static MarkedText of(String text, int start, int end, List<Mark> marks) {
		int last = trimmedEnd(text, start, end);
		List<Mark> inside = within(marks, start, last);
		if (last - start <= MAX_LENGTH || inside.isEmpty()) {
			return new MarkedText(text, start, last, inside);
		}
		int from = wordStart(text, start, Math.max(start, inside.getFirst().start() - LEAD));
		int to = wordEnd(text, Math.max(inside.getFirst().end(), from + MAX_LENGTH), last);
		return new MarkedText(text, from, to, within(marks, from, to));
	}

	/** How many different words are marked. */
	int distinctWords() {
		return (int) this.marks.stream()
			.map((mark) -> this.text.substring(mark.start(), mark.end()).toLowerCase(Locale.ROOT))
			.distinct()
			.count();
	}

	/** The part as HTML: marks as {@code <mark>}, everything else escaped. */
	String html() {
		StringBuilder html = new StringBuilder();
		int at = this.start;
		if (this.start > 0 && !isSentenceStart()) {
			html.append("… ");
		}
		for (Mark mark : this.marks) {
			if (mark.start() >= at) {
				escape(html, at, mark.start());
				html.append("<mark>");
				escape(html, mark.start(), mark.end());
				html.append("</mark>");
				at = mark.end();
			}
		}
		escape(html, at, this.end);
		return (this.end < this.text.length() && isInsideSentence()) ? html.append(" …").toString() : html.toString();
	}

	private boolean isSentenceStart() {
		String before = this.text.substring(0, this.start).stripTrailing();
		return before.isEmpty() || !Character.isLetterOrDigit(before.charAt(before.length() - 1))
				|| this.text.substring(before.length(), this.start).contains("\n");
	}

	private boolean isInsideSentence() {
		return Character.isLetterOrDigit(this.text.charAt(this.end - 1)) && this.text.charAt(this.end) != '\n';
	}

	private void escape(StringBuilder html, int from, int to) {
		for (int at = from; at < to; at++) {
			char c = this.text.charAt(at);
			switch (c) {
				case '&' -> html.append("&amp;");
				case '<' -> html.append("&lt;");
				case '>' -> html.append("&gt;");
				case '"' -> html.append("&quot;");
				case '\'' -> html.append("&#39;");
				case '\n' -> html.append(' ');
				default -> html.append(c);
			}
		}
	}

	private static List<Mark> within(List<Mark> marks, int start, int end) {
		return marks.stream().filter((mark) -> mark.start() >= start && mark.end() <= end).toList();
	}

	private static int trimmedEnd(String text, int start, int end) {
		int last = end;
		while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
			last--;
		}
		return last;
	}

	private static int wordStart(String text, int start, int wanted) {
		int space = text.lastIndexOf(' ', wanted);
		return (wanted > start && space > start) ? space + 1 : start;
	}

	private static int wordEnd(String text, int wanted, int end) {
		if (wanted >= end) {
			return end;
		}
		int space = text.indexOf(' ', wanted);
		return (space < 0 || space > end || space > wanted + LEAD) ? wholeCharacter(text, wanted) : space;
	}

	private static int wholeCharacter(String text, int at) {
		return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
	}

	/**
	 * What is marked.
	 *
	 * @param start where it begins in the text
	 * @param end where it ends
	 */
	record Mark(int start, int end) {
	}

}
