package io.broadsheet.article;

/**
 * One piece of a body that stands by itself. All texts of a body's blocks, joined by
 * blank lines, are the body's text.
 */
public sealed interface Block permits Paragraph, Heading, Quote, ListBlock, ImageBlock, CodeBlock, TableBlock,
		EmbedBlock, ThematicBreak, HtmlBlock, FootnoteBlock {

	/** The plain text, empty where there is nothing to read. */
	String text();

}
