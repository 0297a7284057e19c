package io.broadsheet.article;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.broadsheet.graph.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no HTML of a body may break: written apart from the list that the sanitizer works
 * by, so that a slip in one is not a slip in both.
 */
final class HtmlSafety {

	private static final Set<String> TAGS = Set.of("a", "abbr", "b", "bdi", "blockquote", "br", "caption", "cite",
			"code", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3",
			"h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby",
			"s", "samp", "section", "small", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th",
			"thead", "time", "tr", "u", "ul", "var", "wbr");

	private static final Map<String, Pattern> ATTRIBUTES = Map.ofEntries(
			Map.entry("href", Pattern.compile("https?://[^\\s\"<>]+|(mailto|tel):[^\\s\"<>]+|#[^\\s\"<>]+")),
			Map.entry("src", Pattern.compile("https?://[^\\s\"<>]+")), Map.entry("title", Pattern.compile("(?s).*")),
			Map.entry("alt", Pattern.compile("(?s).*")), Map.entry("rel", Pattern.compile("noopener noreferrer")),
			Map.entry("loading", Pattern.compile("lazy")), Map.entry("width", Pattern.compile("\\d{1,5}")),
			Map.entry("height", Pattern.compile("\\d{1,5}")), Map.entry("start", Pattern.compile("\\d{1,9}")),
			Map.entry("align", Pattern.compile("left|center|right")), Map.entry("open", Pattern.compile(".*")),
			Map.entry("dir", Pattern.compile("ltr|rtl|auto")), Map.entry("datetime", Pattern.compile(".*")),
			Map.entry("aria-label", Pattern.compile("Back to reference [0-9-]+")),
			Map.entry("id", Pattern.compile("(h|fn|fnref)-[\\p{L}\\p{M}\\p{N}._-]+")),
			Map.entry("class", Pattern.compile("footnotes|footnote-ref|footnote-backref|language-[\\w+#.-]+")));

	private HtmlSafety() {
	}

	static void check(ArticleBody body, Site site) {
		checkHtml(body.html());
		assertThat(resanitized(body.html(), site)).as("sanitized again").isEqualTo(body.html());
		body.blocks().forEach(HtmlSafety::checkBlock);
		assertThat(body.blocks().stream().map(Block::text).collect(Collectors.joining("\n\n"))).isEqualTo(body.text());
	}

	private static String resanitized(String html, Site site) {
		return new SafeHtml(new Addresses(site)).elements(html, true).outerHtml();
	}

	private static void checkBlock(Block block) {
		switch (block) {
			case Paragraph paragraph -> checkHtml(paragraph.html());
			case Heading heading -> checkHtml(heading.html());
			case Quote quote -> checkHtml(quote.html());
			case ListBlock list -> list.items().forEach((item) -> checkHtml(item.html()));
			case HtmlBlock html -> checkHtml(html.html());
			case FootnoteBlock footnote -> checkHtml(footnote.html());
			case EmbedBlock embed -> assertThat(embed.url()).matches(ATTRIBUTES.get("src")).startsWith("https://");
			case ImageBlock image -> assertThat(image.image().url()).matches(ATTRIBUTES.get("src"));
			case CodeBlock code -> assertThat(code.text()).isEqualTo(code.code());
			case TableBlock table -> assertThat(table.header()).isNotNull();
			case ThematicBreak pause -> assertThat(pause.text()).isEmpty();
		}
	}

	static void checkHtml(String html) {
		Document document = Jsoup.parseBodyFragment(html);
		document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
		assertThat(document.head().childNodes()).isEmpty();
		assertThat(document.body().html()).as("parsed again").isEqualTo(html);
		List<String> ids = document.body().select("[id]").eachAttr("id");
		assertThat(ids).doesNotHaveDuplicates();
		for (Element element : document.body().getAllElements().subList(1, document.body().getAllElements().size())) {
			checkElement(element);
		}
	}

	private static void checkElement(Element element) {
		assertThat(TAGS).contains(element.tagName());
		for (Node child : element.childNodes()) {
			assertThat(child).isInstanceOfAny(Element.class, TextNode.class);
		}
		for (Attribute attribute : element.attributes()) {
			assertThat(ATTRIBUTES).as(element.tagName()).containsKey(attribute.getKey());
			assertThat(attribute.getValue()).as(attribute.getKey()).matches(ATTRIBUTES.get(attribute.getKey()));
		}
	}

}
