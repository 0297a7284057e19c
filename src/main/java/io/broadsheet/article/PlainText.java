package io.broadsheet.article;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * An element's text as somebody would read it aloud: pictures by their alternative text,
 * cells parted by spaces, everything else that stands by itself on a line of its own;
 * footnotes' marks and the small print over East Asian characters are left out.
 */
final class PlainText implements NodeFilter {

	private final StringBuilder text = new StringBuilder();

	private boolean verbatim;

	private PlainText() {
	}

	/** The text of an element. */
	static String of(Element element) {
		PlainText reader = new PlainText();
		element.filter(reader);
		return reader.text.toString().strip();
	}

	@Override
	public FilterResult head(Node node, int depth) {
		if (node instanceof TextNode words) {
			append(words.getWholeText());
		}
		return (node instanceof Element element) ? open(element) : FilterResult.CONTINUE;
	}

	@Override
	public FilterResult tail(Node node, int depth) {
		if (node instanceof Element element) {
			close(element);
		}
		return FilterResult.CONTINUE;
	}

	private FilterResult open(Element element) {
		switch (element.normalName()) {
			case "br" -> breakLine();
			case "img" -> append(element.attr("alt"));
			case "pre" -> {
				breakLine();
				this.verbatim = true;
			}
			case "sup", "a" -> {
				return isFootnoteMark(element) ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
			}
			case "rt", "rp" -> {
				return FilterResult.SKIP_ENTIRELY;
			}
			case "td", "th" -> append(" ");
			default -> breakLineIfBlock(element);
		}
		return FilterResult.CONTINUE;
	}

	private void close(Element element) {
		this.verbatim &= !element.nameIs("pre");
		if (!element.nameIs("td") && !element.nameIs("th")) {
			breakLineIfBlock(element);
		}
	}

	private static boolean isFootnoteMark(Element element) {
		return element.hasClass("footnote-ref") || element.hasClass("footnote-backref");
	}

	private void breakLineIfBlock(Element element) {
		if (element.isBlock()) {
			breakLine();
		}
	}

	private void breakLine() {
		trimSpace();
		if (!this.text.isEmpty() && last() != '\n') {
			this.text.append('\n');
		}
	}

	private void append(String words) {
		if (this.verbatim) {
			this.text.append(words);
			return;
		}
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

}
