package io.broadsheet.media;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether what an SVG refers to is in the file: a part of it by fragment, or a
 * pixel picture as a {@code data:} address.
 */
final class SvgReferences {

	private static final String OWN = "(?:#|data:image/(?:png|jpe?g|gif|webp|avif)[;,])";

	private static final Pattern OWN_REFERENCE = Pattern.compile("\\s*(?:" + OWN + ".*)?",
			Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

	/** Functions and rules of CSS by which something is loaded. */
	private static final Pattern LOADS = Pattern.compile("\\burl\\(\\s*+[\"']?+\\s*+(?!" + OWN
			+ ")|\\bsrc\\(|image-set\\(|@import|\\bexpression\\(|(?:java|vb)script:", Pattern.CASE_INSENSITIVE);

	private static final Pattern ESCAPE = Pattern.compile("\\\\(?:(\\p{XDigit}{1,6})\\s?|(.))", Pattern.DOTALL);

	private SvgReferences() {
	}

	/** Whether an {@code href} refers to the file itself. */
	static boolean areOwn(String reference) {
		return OWN_REFERENCE.matcher(reference).matches();
	}

	/** Whether CSS, or an attribute that may hold some, refers to the file alone. */
	static boolean styleIsOwn(String css) {
		return !LOADS.matcher(css).find() && (css.indexOf('\\') < 0 || !LOADS.matcher(unescaped(css)).find());
	}

	private static String unescaped(String css) {
		return ESCAPE.matcher(css).replaceAll((escape) -> Matcher.quoteReplacement(character(escape)));
	}

	private static String character(MatchResult escape) {
		if (escape.group(1) == null) {
			return escape.group(2);
		}
		int codePoint = Integer.parseInt(escape.group(1), 16);
		return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
	}

}
