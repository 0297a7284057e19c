package io.broadsheet.article;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/**
 * CommonMark's own parser of running text, for text that a person could have written.
 * Emphasis and pictures nest as deep as their marks allow, the parser and all that walks
 * its tree go down by recursion, and a mark without its counterpart can make it search
 * the rest of the text. A paragraph with more than {@value #MAX_NESTING} marks that nest,
 * or more marks than its length allows, is therefore shown as it was typed.
 */
final class BoundedInlineParser implements InlineParser {

	private static final int MAX_NESTING = 1000;

	private static final long MAX_WORK = 20_000_000;

	private final InlineParserImpl parser;

	BoundedInlineParser(InlineParserContext context) {
		this.parser = new InlineParserImpl(context);
	}

	@Override
	public void parse(SourceLines lines, Node node) {
		String content = lines.getContent();
		if (isReasonable(content)) {
			this.parser.parse(lines, node);
		}
		else {
			node.appendChild(new Text(content));
		}
	}

	private static boolean isReasonable(String content) {
		int nesting = 0;
		int searching = 0;
		for (int i = 0; i < content.length(); i++) {
			switch (content.charAt(i)) {
				case '[', ']', '*', '_', '~' -> nesting++;
				case '<', '`' -> searching++;
				default -> {
				}
			}
		}
		return nesting <= MAX_NESTING && (long) (nesting + searching) * content.length() <= MAX_WORK;
	}

}
