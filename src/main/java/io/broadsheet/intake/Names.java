package io.broadsheet.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.broadsheet.editorial.Limits;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Slug;
import org.jspecify.annotations.Nullable;

/** How names, slugs and addresses are made of what files call things. */
final class Names {

	private static final Pattern SCHEME = Pattern.compile("(?i)https?://[^/?#]*(.*)");

	private static final Pattern ESCAPE = Pattern.compile("(?s).*%[0-9A-Fa-f]{2}.*");

	private Names() {
	}

	/** A usable slug: the one that a file has, or what can be made of it. */
	static String slug(String written, String fallback) {
		return Slug.isValid(written) ? written : Slug.from(decoded(written), fallback);
	}

	/**
	 * A name of a thing that is only known by its slug, such as Town Hall for town-hall.
	 */
	static String fromSlug(String slug) {
		StringBuilder name = new StringBuilder(slug.length());
		for (String word : slug.replace('_', ' ').replace('-', ' ').strip().split(" +", -1)) {
			if (!word.isEmpty()) {
				name.append(name.isEmpty() ? "" : " ")
					.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
					.append(word.substring(1));
			}
		}
		return name.toString();
	}

	/** The name that a reference stands for: as it is written, unless that is a slug. */
	static String ofReference(String written) {
		boolean isSlug = Slug.isValid(written) && written.equals(written.toLowerCase(Locale.ROOT));
		return isSlug ? fromSlug(written) : written;
	}

	/** The id that a text is, if it is one of that kind. */
	static @Nullable NodeId id(String text, char kind) {
		if (text.length() != NodeId.LENGTH || text.charAt(0) != kind) {
			return null;
		}
		return text.chars().allMatch(Names::isBase64Url) ? new NodeId(text) : null;
	}

	/**
	 * The stored form of an earlier address.
	 * @param written a path, a whole address or a slug
	 * @return a path that begins with a slash and does not end with one, or a slug
	 */
	static Optional<String> address(String written) {
		String path = SCHEME.matcher(written).replaceFirst("$1");
		path = decoded(path.split("[?#]", 2)[0]);
		while (path.endsWith("/")) {
			path = path.substring(0, path.length() - 1);
		}
		if (path.startsWith("/articles/") && path.indexOf('/', 10) < 0) {
			path = path.substring(10);
		}
		if (path.isEmpty() || path.length() > Limits.ADDRESS) {
			return Optional.empty();
		}
		return Optional.of((path.indexOf('/') > 0) ? "/" + path : path);
	}

	/** The last part of a path, without the ending of a page's file. */
	static String lastPart(String path) {
		String plain = address(path).orElse("");
		String last = plain.substring(plain.lastIndexOf('/') + 1);
		return last.replaceFirst("(?i)\\.html?$", "");
	}

	static String decoded(String text) {
		if (!ESCAPE.matcher(text).matches()) {
			return text;
		}
		try {
			return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	/** Whether a text is an address on the web. */
	static boolean isOnTheWeb(String address) {
		try {
			return address.startsWith("//") || new URI(address).getScheme() != null;
		}
		catch (URISyntaxException ex) {
			return SCHEME.matcher(address).matches();
		}
	}

	private static boolean isBase64Url(int c) {
		return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
	}

}
