package io.broadsheet.graph;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.ibm.icu.text.Transliterator;

/**
 * The readable part of an address: lower-case ASCII letters and digits in words parted by
 * single hyphens, or, for a slug that a newsroom chose itself, whatever RFC 3986 calls
 * unreserved.
 */
public final class Slug {

	/** The greatest length of a slug that is made from a text, in characters. */
	public static final int MADE_LENGTH = 80;

	/** The greatest length of a slug that a newsroom chooses, in characters. */
	public static final int MAX_LENGTH = 200;

	private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]*");

	private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʹʺ`´]");

	private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");

	private static final Pattern OUTER_HYPHENS = Pattern.compile("^-|-$");

	private Slug() {
	}

	/**
	 * Makes a slug from a text in any script, by ICU's transliteration to Latin letters
	 * and then to ASCII.
	 * @param text such as a headline
	 * @param fallback the slug of a text without a letter or digit, such as one of emoji
	 * @return a slug of at most {@value #MADE_LENGTH} characters, cut at a word's end
	 */
	public static String from(String text, String fallback) {
		String latin = Romanizer.INSTANCE.transliterate(Normalizer.normalize(text, Normalizer.Form.NFKC));
		String bare = APOSTROPHES.matcher(latin).replaceAll("").toLowerCase(Locale.ROOT);
		String slug = OUTER_HYPHENS.matcher(NOT_A_WORD.matcher(bare).replaceAll("-")).replaceAll("");
		return slug.isEmpty() ? fallback : cut(slug);
	}

	/**
	 * Whether a text can stand in an address as it is.
	 * @param slug a slug that a newsroom chose
	 * @return whether it is one
	 */
	public static boolean isValid(String slug) {
		return slug.length() <= MAX_LENGTH && VALID.matcher(slug).matches();
	}

	/**
	 * The first of {@code slug}, {@code slug-2}, {@code slug-3} … that is free.
	 * @param slug the slug that is wanted
	 * @param taken tells which ones are taken
	 * @return a free one
	 */
	public static String free(String slug, Predicate<String> taken) {
		String candidate = slug;
		for (int n = 2; taken.test(candidate); n++) {
			candidate = slug + "-" + n;
		}
		return candidate;
	}

	private static String cut(String slug) {
		if (slug.length() <= MADE_LENGTH) {
			return slug;
		}
		int end = slug.lastIndexOf('-', MADE_LENGTH);
		return slug.substring(0, (end > 0) ? end : MADE_LENGTH);
	}

	/** Made at the first use, since its rules take a while to load. */
	private static final class Romanizer {

		static final Transliterator INSTANCE = Transliterator
			.getInstance("de-ASCII; Any-Latin; Latin-ASCII; Any-Lower");

	}

}
