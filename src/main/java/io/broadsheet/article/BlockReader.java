package io.broadsheet.article;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.broadsheet.media.Image;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads blocks from the safe elements of a body. */
final class BlockReader {

	private static final String LANGUAGE_CLASS = "language-";

	private static final Pattern LOOSE_END = Pattern.compile("\\s+(</p>)$");

	private final Addresses addresses;

	BlockReader(Addresses addresses) {
		this.addresses = addresses;
	}

	/** What an element at a body's top is: one block, or each footnote a block. */
	List<? extends Block> read(Element element) {
		return switch (element.normalName()) {
			case "section" -> footnotes(element);
			case "p" -> List.of(paragraph(element));
			case "h1", "h2", "h3", "h4", "h5", "h6" -> List.of(heading(element));
			case "blockquote" -> List.of(new Quote(PlainText.of(element), inner(element)));
			case "ul", "ol" -> List.of(list(element));
			case "pre" -> List.of(code(element));
			case "table" -> List.of(table(element));
			case "hr" -> List.of(new ThematicBreak(""));
			case "figure" -> List.of(figure(element));
			default -> List.of(new HtmlBlock(PlainText.of(element), element.outerHtml()));
		};
	}

	private Block paragraph(Element element) {
		Element only = onlyChild(element);
		if (only != null && only.nameIs("img")) {
			return image(only, only.hasAttr("title") ? only.attr("title").strip() : "");
		}
		String text = PlainText.of(element);
		if (only != null && only.nameIs("a") && isEmbed(only, text)) {
			return new EmbedBlock(text, only.attr("href"));
		}
		return new Paragraph(text, inner(element));
	}

	private boolean isEmbed(Element link, String text) {
		String address = link.attr("href");
		return address.startsWith("https://") && text.startsWith("https://")
				&& address.equals(this.addresses.link(text));
	}

	private static Block figure(Element element) {
		Element picture = element.selectFirst("> img, > p:only-of-type > img");
		Element caption = element.selectFirst("> figcaption");
		String said = (caption != null) ? PlainText.of(caption) : "";
		boolean nothingElse = picture != null && element.getElementsByTag("img").size() == 1
				&& PlainText.of(element).length() <= said.length() + picture.attr("alt").length() + 1;
		return (picture != null && nothingElse) ? image(picture, said)
				: new HtmlBlock(PlainText.of(element), element.outerHtml());
	}

	private static Block image(Element picture, String caption) {
		String alt = PlainText.of(picture);
		boolean captioned = !caption.isEmpty();
		String parting = (alt.isEmpty() || !captioned || caption.equals(alt)) ? "" : "\n";
		String text = alt + parting + (caption.equals(alt) ? "" : caption);
		return new ImageBlock(text, new Image(picture.attr("src"), alt, alt.isEmpty(), captioned ? caption : null, null,
				null, pixels(picture, "width"), pixels(picture, "height"), null));
	}

	private static @Nullable Integer pixels(Element picture, String attribute) {
		return picture.hasAttr(attribute) ? Integer.valueOf(picture.attr(attribute)) : null;
	}

	private static Heading heading(Element element) {
		int level = element.normalName().charAt(1) - '0';
		return new Heading(PlainText.of(element), inner(element), level, element.id());
	}

	private static ListBlock list(Element element) {
		List<ListItem> items = element.children()
			.stream()
			.filter((child) -> child.nameIs("li"))
			.map((item) -> new ListItem(PlainText.of(item), inner(item)))
			.toList();
		boolean ordered = element.nameIs("ol");
		int start = element.hasAttr("start") ? Integer.parseInt(element.attr("start")) : 1;
		return new ListBlock(PlainText.of(element), ordered, ordered ? start : null, items);
	}

	private static CodeBlock code(Element element) {
		Element only = onlyChild(element);
		String name = (only != null) ? only.className() : "";
		String code = element.wholeText();
		String whole = code.endsWith("\n") ? code.substring(0, code.length() - 1) : code;
		return new CodeBlock(whole, whole,
				name.startsWith(LANGUAGE_CLASS) ? name.substring(LANGUAGE_CLASS.length()) : null);
	}

	private static TableBlock table(Element element) {
		List<String> header = element.select("> thead > tr")
			.stream()
			.limit(1)
			.flatMap((row) -> cells(row).stream())
			.toList();
		List<List<String>> rows = element.select("> tbody > tr, > tfoot > tr, > thead > tr:gt(0)")
			.stream()
			.map(BlockReader::cells)
			.toList();
		return new TableBlock(PlainText.of(element), header, rows);
	}

	private static List<String> cells(Element row) {
		return row.children().stream().map(PlainText::of).toList();
	}

	private static List<FootnoteBlock> footnotes(Element section) {
		List<Element> notes = section.select("> ol > li");
		return IntStream.range(0, notes.size()).mapToObj((i) -> footnote(notes.get(i), i + 1)).toList();
	}

	private static FootnoteBlock footnote(Element note, int number) {
		Element copy = note.clone();
		copy.select("a.footnote-backref").remove();
		String html = LOOSE_END.matcher(inner(copy)).replaceFirst("$1");
		return new FootnoteBlock(PlainText.of(note), html, number, note.id());
	}

	private static String inner(Element element) {
		return element.html().strip();
	}

	private static @Nullable Element onlyChild(Element element) {
		Element only = null;
		for (Node child : element.childNodes()) {
			if (child instanceof Element found && only == null) {
				only = found;
			}
			else if (!(child instanceof TextNode text && text.isBlank())) {
				return null;
			}
		}
		return only;
	}

}
