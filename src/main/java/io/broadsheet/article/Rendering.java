package io.broadsheet.article;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.broadsheet.graph.Site;
import org.jsoup.select.Elements;

/**
 * Everything that comes of parsing a body once.
 *
 * @param html its safe HTML
 * @param text its plain text
 * @param blocks its pieces
 * @param pictures how many pictures stand in it
 */
record Rendering(String html, String text, List<Block> blocks, int pictures) {

	/**
	 * Another one tells that the same Markdown is now made into other HTML, and what was
	 * stored is to be made again.
	 */
	static final int VERSION = 1;

	private static final String BLANK_LINE = "\n\n";

	/** Blocks and text are read from the very elements that are the HTML. */
	static Rendering of(String markdown, Site site) {
		Addresses addresses = new Addresses(site);
		Elements elements = elements(markdown, addresses);
		List<Block> blocks = new ArrayList<>();
		BlockReader reader = new BlockReader(addresses);
		elements.forEach((element) -> blocks.addAll(reader.read(element)));
		String text = blocks.stream().map(Block::text).collect(Collectors.joining(BLANK_LINE));
		return new Rendering(elements.outerHtml(), text, List.copyOf(blocks), elements.select("img").size());
	}

	/** The HTML alone. */
	static String html(String markdown, Site site) {
		return elements(markdown, new Addresses(site)).outerHtml();
	}

	private static Elements elements(String markdown, Addresses addresses) {
		boolean hasNoTags = markdown.indexOf('<') < 0;
		return new SafeHtml(addresses).elements(Markdown.toUnsafeHtml(markdown), hasNoTags);
	}

}
