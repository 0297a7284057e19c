package io.broadsheet.article;

import java.util.List;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as this house writes it: CommonMark with tables, {@code ~~strikethrough~~},
 * bare addresses as links, and footnotes. Quotation marks stay as they were typed.
 */
final class Markdown {

	/** Deeper quotes and lists are read as text. */
	private static final int MAX_NESTED_BLOCKS = 50;

	private static final List<Extension> FLAT = List.of(AutolinkExtension.create(), FootnotesExtension.create(),
			StrikethroughExtension.builder().requireTwoTildes(true).build());

	private static final Extension TABLES = TablesExtension.create();

	private static final Parser PARSER = parser(TABLES);

	private static final Parser PARSER_WITHOUT_TABLES = parser();

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
		.extensions(FLAT)
		.extensions(List.of(TABLES))
		.build();

	private Markdown() {
	}

	/** The HTML of a text, <em>with</em> whatever its author put into it. */
	static String toUnsafeHtml(String markdown) {
		Parser parser = TableSize.isReasonable(markdown) ? PARSER : PARSER_WITHOUT_TABLES;
		return RENDERER.render(parser.parse(markdown));
	}

	private static Parser parser(Extension... more) {
		return Parser.builder()
			.extensions(FLAT)
			.extensions(List.of(more))
			.maxOpenBlockParsers(MAX_NESTED_BLOCKS)
			.inlineParserFactory(BoundedInlineParser::new)
			.build();
	}

}
