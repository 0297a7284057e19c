package io.broadsheet.article;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.Elements;

/**
 * Makes HTML of unknown origin safe, and whole. Elements and attributes that are not on
 * the list go, the text in them stays (but not that of scripts and styles); addresses are
 * absolute and harmless; nothing has an id but headings ({@code h-…}) and footnotes
 * ({@code fn-…}, {@code fnref-…}), since a free choice of ids could shadow a page's own
 * names for its scripts, and a name with a hyphen shadows nothing. All HTML of a body
 * takes this way, whether or not its author wrote a tag, so that there is no second way
 * to keep safe.
 */
final class SafeHtml {

	private static final Safelist SAFELIST = new Safelist()
		.addTags("a", "abbr", "b", "bdi", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details", "dfn",
				"div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img",
				"ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small",
				"strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u",
				"ul", "var", "wbr")
		.addAttributes("a", "href", "title", "rel", "id", "class", "aria-label")
		.addAttributes("abbr", "title")
		.addAttributes("bdi", "dir")
		.addAttributes("code", "class")
		.addAttributes("details", "open")
		.addAttributes("img", "src", "alt", "title", "width", "height", "loading")
		.addAttributes("li", "id")
		.addAttributes("ol", "start")
		.addAttributes("section", "class")
		.addAttributes("sup", "class")
		.addAttributes("td", "align")
		.addAttributes("th", "align")
		.addAttributes("time", "datetime")
		.addProtocols("a", "href", "http", "https", "mailto", "tel", "#")
		.addProtocols("img", "src", "http", "https")
		.preserveRelativeLinks(true);

	private static final int MAX_ROUNDS = 5;

	private final Addresses addresses;

	SafeHtml(Addresses addresses) {
		this.addresses = addresses;
	}

	/**
	 * The safe elements at the top of a body, with nothing between them. What is left of
	 * nested elements may stand as no browser would let it (a heading in a paragraph,
	 * say), and be read there as something else: what its author wrote in HTML is
	 * therefore read again until it stays the same, and failing that, taken for text.
	 * @param unsafeHtml HTML of any origin
	 * @param regular whether it is known to nest as HTML should
	 */
	Elements elements(String unsafeHtml, boolean regular) {
		Elements elements = clean(parse(unsafeHtml));
		for (int round = 0; !regular && round < MAX_ROUNDS; round++) {
			String html = elements.outerHtml();
			Document read = parse(html);
			if (read.body().html().equals(html)) {
				return elements;
			}
			elements = clean(read);
		}
		return regular ? elements : clean(parse(new Element("p").text(elements.text()).outerHtml()));
	}

	private static Document parse(String html) {
		Document document = Jsoup.parseBodyFragment(html);
		document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
		return document;
	}

	private Elements clean(Document dirty) {
		new Taming(this.addresses).tame(dirty.body());
		Document clean = new Cleaner(SAFELIST).clean(dirty);
		TopLevel.tidy(clean.body());
		new Anchors().addTo(clean.body());
		return clean.body().children();
	}

}
