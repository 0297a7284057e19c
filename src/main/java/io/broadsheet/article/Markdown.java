package io.broadsheet.article;

import java.util.List;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as this house writes it: CommonMark with tables, {@code ~~strikethrough~~},
 * bare addresses as links, and footnotes. Quotation marks stay as they were typed.
 */
final class Markdown {

	/** Deeper quotes and lists are read as text. */
	private static final int MAX_NESTED_BLOCKS = 50;

	private static final List<Extension> SMALL = List.of(AutolinkExtension.create(),
			StrikethroughExtension.builder().requireTwoTildes(true).build());

	private static final List<Extension> LARGE = List.of(TablesExtension.create(), FootnotesExtension.create());

	private static final Parser PARSER = builder().extensions(LARGE).build();

	private static final Parser MODEST_PARSER = builder().build();

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(SMALL).extensions(LARGE).build();

	private Markdown() {
	}

	/** The HTML of a text, <em>with</em> whatever its author put into it. */
	static String toUnsafeHtml(String markdown) {
		return RENDERER.render(parse(markdown));
	}

	/** What a text consists of. */
	static Node parse(String markdown) {
		Parser parser = Excess.isIn(markdown) ? MODEST_PARSER : PARSER;
		return parser.parse(markdown);
	}

	private static Parser.Builder builder() {
		return Parser.builder()
			.extensions(SMALL)
			.maxOpenBlockParsers(MAX_NESTED_BLOCKS)
			.inlineParserFactory(BoundedInlineParser::new);
	}

}
