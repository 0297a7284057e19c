package io.broadsheet.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The elements at the top of a body: what only holds others together is opened, text that
 * stands loose becomes a paragraph, and what shows nothing goes.
 */
final class TopLevel {

	/** What may stand in a paragraph. */
	private static final Set<String> LOOSE = Set.of("a", "abbr", "b", "bdi", "br", "cite", "code", "del", "dfn", "em",
			"i", "img", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "strong", "sub", "sup",
			"time", "u", "var", "wbr");

	private final List<Element> elements = new ArrayList<>();

	private @Nullable Element loose;

	private TopLevel() {
	}

	/** Leaves only such elements in a body. */
	static void tidy(Element body) {
		TopLevel top = new TopLevel();
		top.addAll(body);
		top.endLooseText();
		body.appendChildren(top.elements);
	}

	private void addAll(Element container) {
		List<Node> nodes = List.copyOf(container.childNodes());
		container.empty();
		for (Node node : nodes) {
			if (node instanceof Element element && element.nameIs("div")) {
				endLooseText();
				addAll(element);
				endLooseText();
			}
			else if (node instanceof Element element && !isLoose(element)) {
				endLooseText();
				add(element);
			}
			else {
				addLoose(node);
			}
		}
	}

	private static boolean isLoose(Element element) {
		return element.getAllElements().stream().allMatch((inner) -> LOOSE.contains(inner.normalName()));
	}

	private void add(Element element) {
		if (element.hasText() || element.nameIs("hr") || element.selectFirst("img") != null) {
			this.elements.add(element);
		}
	}

	private void addLoose(Node node) {
		if (this.loose == null && node instanceof TextNode text && text.isBlank()) {
			return;
		}
		if (this.loose == null) {
			this.loose = new Element("p");
		}
		this.loose.appendChild(node);
	}

	private void endLooseText() {
		if (this.loose != null) {
			Element paragraph = this.loose;
			this.loose = null;
			add(paragraph);
		}
	}

}
