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

	private final RunningText text = new RunningText();

	private boolean verbatim;

	private PlainText() {
	}

	/** The text of an element. */
	static String of(Element element) {
		PlainText reader = new PlainText();
		element.filter(reader);
		return reader.text.toString();
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
			case "br" -> this.text.breakLine();
			case "img" -> append(element.attr("alt"));
			case "pre" -> {
				this.text.breakLine();
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
			this.text.breakLine();
		}
	}

	private void append(String words) {
		if (this.verbatim) {
			this.text.appendVerbatim(words);
		}
		else {
			this.text.append(words);
		}
	}

}
