package io.broadsheet.article;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Brings elements and attributes into the forms that the safe list takes as they are, so
 * that less of a text is lost to it.
 */
final class Taming {

	/** What only holds text together: never what holds a script's or style's. */
	private static final Set<String> CONTAINERS = Set.of("address", "article", "aside", "center", "dialog", "fieldset",
			"footer", "form", "header", "hgroup", "legend", "main", "menu", "nav", "search", "section");

	private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]+");

	private static final Pattern FOOTNOTE_ID = Pattern.compile("fn(ref)?-[\\p{L}\\p{M}\\p{N}._-]{1,100}");

	private static final Pattern FOOTNOTE_CLASS = Pattern.compile("footnotes|footnote-ref|footnote-backref");

	private static final Pattern LANGUAGE_CLASS = Pattern.compile("language-[A-Za-z0-9+#._-]{1,40}");

	private static final Pattern PIXELS = Pattern.compile("[1-9][0-9]{0,4}");

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

	private static final Pattern ALIGNMENT = Pattern.compile("left|center|right");

	private static final Pattern DIRECTION = Pattern.compile("ltr|rtl|auto");

	private final Addresses addresses;

	private final Set<String> ids = new HashSet<>();

	Taming(Addresses addresses) {
		this.addresses = addresses;
	}

	/** Tames an element and all in it. */
	void tame(Element root) {
		root.nodeStream(TextNode.class).forEach(Taming::withoutControls);
		List<Element> elements = root.getAllElements();
		for (Element element : elements.subList(1, elements.size())) {
			keep(element, "id", FOOTNOTE_ID);
			keep(element, "class", element.nameIs("code") ? LANGUAGE_CLASS : FOOTNOTE_CLASS);
			if (element.hasAttr("id") && !this.ids.add(element.id())) {
				element.removeAttr("id");
			}
			tameByName(element);
		}
	}

	private void tameByName(Element element) {
		switch (element.normalName()) {
			case "a" -> link(element);
			case "img" -> picture(element);
			case "iframe" -> frame(element);
			case "ol" -> keep(element, "start", NUMBER);
			case "bdi" -> keep(element, "dir", DIRECTION);
			case "td", "th" -> keep(element, "align", ALIGNMENT);
			default -> container(element);
		}
	}

	private void link(Element element) {
		String address = this.addresses.link(element.attr("href"));
		if (address == null) {
			element.unwrap();
			return;
		}
		element.attr("href", address).removeAttr("rel");
		if (this.addresses.isElsewhere(address)) {
			element.attr("rel", "noopener noreferrer");
		}
		if (!element.hasClass("footnote-backref")) {
			element.removeAttr("aria-label");
		}
	}

	private void picture(Element element) {
		String address = this.addresses.picture(element.attr("src"));
		if (address == null) {
			element.replaceWith(new TextNode(element.attr("alt")));
			return;
		}
		element.attr("src", address).attr("alt", element.attr("alt")).attr("loading", "lazy");
		keep(element, "width", PIXELS);
		keep(element, "height", PIXELS);
	}

	/** A frame's place is taken by a link, which alone in its place is an embed. */
	private void frame(Element element) {
		String address = this.addresses.link(element.attr("src"));
		if (address == null || !address.startsWith("https:")) {
			element.remove();
			return;
		}
		Element link = new Element("a").attr("href", address).text(address);
		element.replaceWith(link);
		link(link);
	}

	/** What stands by itself still does when its own element goes. */
	private static void container(Element element) {
		boolean footnotes = element.nameIs("section") && element.hasClass("footnotes");
		if (CONTAINERS.contains(element.normalName()) && !footnotes) {
			element.tagName("div");
		}
	}

	private static void withoutControls(TextNode text) {
		String words = text.getWholeText();
		if (words.chars().anyMatch(Taming::isControl)) {
			text.text(CONTROLS.matcher(words).replaceAll(""));
		}
	}

	private static boolean isControl(int character) {
		return (character < ' ' && character != '\n' && character != '\t') || character == 127;
	}

	private static void keep(Element element, String attribute, Pattern form) {
		if (element.hasAttr(attribute) && !form.matcher(element.attr(attribute)).matches()) {
			element.removeAttr(attribute);
		}
	}

}
