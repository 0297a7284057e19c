package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import io.broadsheet.graph.Slug;
import io.broadsheet.graph.UserError;
import io.broadsheet.graph.UserError.InvalidInput;
import io.broadsheet.graph.UserError.NotFound;
import io.broadsheet.media.Image;
import io.broadsheet.media.ImageParts;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one input, and collects what is wrong with any of them, so that an
 * editor is told everything at once.
 */
final class FieldReader {

	/** Printable ASCII, enough for a UUID or a hash in any spelling. */
	private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");

	private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

	private final List<UserError> errors;

	FieldReader(List<UserError> errors) {
		this.errors = errors;
	}

	/** Text on one line, without the space around it; null if nothing remains. */
	@Nullable String line(@Nullable String text, String field, int longest) {
		return text((text != null) ? WHITE_SPACE.matcher(text).replaceAll(" ") : null, field, longest);
	}

	/** Text without the space around it; null if nothing remains. */
	@Nullable String text(@Nullable String text, String field, int longest) {
		String stripped = (text != null) ? text.strip() : "";
		checkText(stripped, field, longest);
		return stripped.isEmpty() ? null : stripped;
	}

	/** Text whose space means something. */
	String markdown(@Nullable String text, String field, int longest) {
		String whole = (text != null) ? text : "";
		checkText(whole, field, longest);
		return whole;
	}

	/** Ids of things that are there, each of them once. */
	<T> List<NodeId> ids(@Nullable List<String> texts, String field, int most, Reference<T> reference) {
		List<String> given = (texts != null) ? texts : List.of();
		if (given.size() > most) {
			refuse("%d %s are given; at most %d are taken.".formatted(given.size(), field, most), field);
			return List.of();
		}
		Set<NodeId> ids = new LinkedHashSet<>();
		for (int i = 0; i < given.size(); i++) {
			NodeId id = id(given.get(i), reference, field, String.valueOf(i));
			if (id != null) {
				ids.add(id);
			}
		}
		return List.copyOf(ids);
	}

	/** The id of something that is there, or null if it is not. */
	<T> @Nullable NodeId id(String text, Reference<T> reference, String... path) {
		NodeId id = id(text, reference.kind(), reference.name(), path);
		if (id != null && reference.finder().apply(id) == null) {
			missing("There is not %s with the id \"%s\".".formatted(reference.name(), text), path);
			return null;
		}
		return id;
	}

	/**
	 * An id, whether or not there is something under it.
	 * @param kind the letter that begins ids of its kind
	 * @param name what people call such a thing, such as an author
	 * @return the id, or null if the text is none of that kind
	 */
	@Nullable NodeId id(String text, char kind, String name, String... path) {
		try {
			return NodeId.parse(text, kind, name);
		}
		catch (Problem.BadUserInput ex) {
			refuse(ex.getMessage(), path);
			return null;
		}
	}

	/** A picture, of which it may still have to be said what it shows. */
	@Nullable ImageParts image(@Nullable ImageParts parts, String field) {
		if (parts != null) {
			parts.faultsButMissingAlternative().forEach((fault) -> refuse(fault.message(), field, fault.path()));
		}
		return parts;
	}

	/** A picture, of which everything that readers are told of it must be known. */
	@Nullable Image wholeImage(@Nullable ImageParts parts, String field) {
		if (parts == null) {
			return null;
		}
		List<ImageParts.Fault> faults = parts.faults();
		faults.forEach((fault) -> refuse(fault.message(), field, fault.path()));
		return faults.isEmpty() ? parts.image() : null;
	}

	/** Whether a text is what a client can call a request; if not, that is said. */
	boolean isIdempotencyKey(String key) {
		boolean isKey = IDEMPOTENCY_KEY.matcher(key).matches();
		if (!isKey) {
			refuse("An idempotency key is 1 to 128 visible ASCII characters without spaces, such as a UUID.",
					"idempotencyKey");
		}
		return isKey;
	}

	/** Says that a text is no slug, and what one is. */
	void refuseSlug(String slug, String field) {
		refuse(("\"%s\" is not a slug. A slug is at most %d letters (a to z), digits, hyphens, dots, underscores"
				+ " and tildes, the first of them a letter or digit, such as \"bridge-reopens\".")
			.formatted(slug.substring(0, Math.min(slug.length(), Slug.MAX_LENGTH)), Slug.MAX_LENGTH), field);
	}

	void add(UserError error) {
		this.errors.add(error);
	}

	void missing(String message, String... path) {
		this.errors.add(new NotFound(message, path(path)));
	}

	void refuse(String message, String... path) {
		this.errors.add(new InvalidInput(message, path(path)));
	}

	/** The path of a field of the input. */
	static List<String> path(String... fields) {
		List<String> path = new ArrayList<>(List.of("input"));
		path.addAll(List.of(fields));
		return List.copyOf(path);
	}

	private void checkText(String text, String field, int longest) {
		int length = text.codePointCount(0, text.length());
		if (length > longest) {
			refuse("The %s has %,d characters; at most %,d are taken.".formatted(field, length, longest), field);
		}
		if (text.codePoints()
			.anyMatch((c) -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))) {
			refuse("The %s has something in it that is no character: U+0000, or half of a pair.".formatted(field),
					field);
		}
	}

	/**
	 * A kind of thing that an input refers to.
	 *
	 * @param kind the letter that begins its ids
	 * @param name what people call it, such as an author
	 * @param finder finds one
	 * @param <T> the kind of thing
	 */
	record Reference<T>(char kind, String name, Function<NodeId, @Nullable T> finder) {
	}

}
