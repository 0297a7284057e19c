package io.broadsheet.article;

import java.net.URI;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Gives each heading of a body an id of its own, made from its words in any script, and
 * lets links in the body that name those words alone lead to it.
 */
final class Anchors {

	private static final String PREFIX = "h-";

	private static final int MAX_LENGTH = 80;

	private static final Pattern APOSTROPHES = Pattern.compile("['’]");

	private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	private static final Pattern OUTER_HYPHENS = Pattern.compile("^-|-$");

	private static final Evaluator HEADINGS = QueryParser.parse("h1, h2, h3, h4, h5, h6");

	private static final Evaluator LINKS_WITHIN = QueryParser.parse("a[href^=#]");

	private final Set<String> taken = new HashSet<>();

	private final Map<String, Integer> repeats = new HashMap<>();

	void addTo(Element body) {
		for (Element heading : body.select(HEADINGS)) {
			heading.id(unique(PREFIX + words(PlainText.of(heading))));
		}
		body.select(LINKS_WITHIN).forEach(this::lead);
	}

	private void lead(Element link) {
		String href = link.attr("href");
		if (this.taken.contains(PREFIX + URI.create(href).getFragment())) {
			link.attr("href", "#" + PREFIX + href.substring(1));
		}
	}

	private String unique(String anchor) {
		String candidate = anchor;
		while (!this.taken.add(candidate)) {
			candidate = anchor + "-" + (this.repeats.merge(anchor, 1, Integer::sum) + 1);
		}
		return candidate;
	}

	private static String words(String text) {
		String bare = APOSTROPHES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
		String words = NOT_A_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("-");
		String anchor = OUTER_HYPHENS.matcher(words).replaceAll("");
		return anchor.isEmpty() ? "heading" : cut(anchor);
	}

	private static String cut(String anchor) {
		if (anchor.length() <= MAX_LENGTH) {
			return anchor;
		}
		int end = anchor.lastIndexOf('-', MAX_LENGTH);
		return anchor.substring(0, (end > 0) ? end : anchor.offsetByCodePoints(0, MAX_LENGTH / 2));
	}

}
