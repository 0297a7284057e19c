package io.broadsheet.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.broadsheet.graph.Site;
import org.jspecify.annotations.Nullable;

/**
 * The addresses in a body, as a reader's browser or app may open them: absolute, fully
 * encoded, and of a harmless scheme. A path that begins with a slash is one of the
 * site's, any other one is relative to where its articles are.
 */
final class Addresses {

	private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

	private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");

	private static final Pattern LEADING_SLASHES = Pattern.compile("^/*");

	private static final String HARMLESS = "-._~:/?@!$&'()*+,;=";

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private final Site site;

	Addresses(Site site) {
		this.site = site;
	}

	/** What a link leads to, or null if nobody should follow it. */
	@Nullable String link(String written) {
		String address = tidy(written);
		Matcher scheme = SCHEME.matcher(address);
		if (!scheme.matches()) {
			return address.startsWith("#") ? fragment(address) : valid(onTheWeb(address));
		}
		String name = scheme.group(1).toLowerCase(Locale.ROOT);
		return switch (name) {
			case "http", "https" -> absolute(name, scheme.group(2));
			case "mailto", "tel" -> valid(name + ":" + encode(scheme.group(2)));
			default -> null;
		};
	}

	/** Where a picture is, or null if it cannot be fetched from the web. */
	@Nullable String picture(String written) {
		String address = link(written);
		return (address != null && address.startsWith("http")) ? address : null;
	}

	/** Whether an address leads away from the site. */
	boolean isElsewhere(String address) {
		return address.startsWith("http")
				&& !this.site.siteUrl().getRawAuthority().equalsIgnoreCase(URI.create(address).getRawAuthority());
	}

	/**
	 * Does what browsers do before they look at an address (WHATWG URL, section 4.4), so
	 * that both see the same scheme.
	 */
	private static String tidy(String written) {
		String address = CONTROLS.matcher(written.strip()).replaceAll("").strip();
		int end = 0;
		while (end < address.length() && "?#".indexOf(address.charAt(end)) < 0) {
			end++;
		}
		return address.substring(0, end).replace('\\', '/') + address.substring(end);
	}

	private static @Nullable String fragment(String address) {
		return (address.length() > 1) ? "#" + encode(address.substring(1)) : null;
	}

	private static @Nullable String absolute(String scheme, String rest) {
		String hierarchy = LEADING_SLASHES.matcher(rest).replaceFirst("");
		boolean hasHost = !hierarchy.isEmpty() && "?#".indexOf(hierarchy.charAt(0)) < 0;
		return hasHost ? valid(scheme + "://" + encode(hierarchy)) : null;
	}

	private @Nullable String onTheWeb(String path) {
		if (path.isEmpty()) {
			return null;
		}
		if (path.startsWith("//")) {
			return absolute("https", path);
		}
		if (path.startsWith("/")) {
			return this.site.address(encode(path));
		}
		try {
			return URI.create(this.site.address("/articles/")).resolve(new URI(encode(path))).toString();
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	private static @Nullable String valid(@Nullable String address) {
		try {
			return (address != null) ? new URI(address).toString() : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	private static String encode(String address) {
		StringBuilder encoded = new StringBuilder(address.length() + 16);
		int fragments = 0;
		int codePoint;
		for (int i = 0; i < address.length(); i += Character.charCount(codePoint)) {
			codePoint = address.codePointAt(i);
			boolean firstFragment = codePoint == '#' && fragments++ == 0;
			if (firstFragment || isPlain(codePoint) || isEscape(address, i)) {
				encoded.appendCodePoint(codePoint);
			}
			else {
				escape(Character.toString(codePoint), encoded);
			}
		}
		return encoded.toString();
	}

	private static boolean isPlain(int codePoint) {
		return codePoint < 128 && (Character.isLetterOrDigit(codePoint) || HARMLESS.indexOf(codePoint) >= 0);
	}

	private static boolean isEscape(String address, int at) {
		return address.charAt(at) == '%' && at + 2 < address.length() && HexFormat.isHexDigit(address.charAt(at + 1))
				&& HexFormat.isHexDigit(address.charAt(at + 2));
	}

	private static void escape(String character, StringBuilder encoded) {
		for (byte unit : character.getBytes(StandardCharsets.UTF_8)) {
			HEX.toHexDigits(encoded.append('%'), unit);
		}
	}

}
