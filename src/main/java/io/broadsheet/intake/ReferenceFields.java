package io.broadsheet.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.broadsheet.editorial.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The authors, topics and categories that front matter names, as texts, lists or maps.
 */
final class ReferenceFields {

	/** Eleventy's names of its own lists, which are not what an article is about. */
	private static final Set<String> COLLECTIONS = Set.of("post", "posts", "all");

	private ReferenceFields() {
	}

	/** Takes the byline. A text is one name, whatever commas are in it. */
	static List<Reference> authors(Fields fields) throws Refused {
		String[] names = { "authors", "author", "byline" };
		if (fields.peek(names) instanceof String name) {
			fields.putBack(String.valueOf(fields.spelled(names)), List.of(name));
		}
		return references(fields, Limits.AUTHORS, names);
	}

	/** Takes the topics, and the tags after them. */
	static List<Reference> topics(Fields fields, boolean ofStaticSite) throws Refused {
		Set<Reference> topics = new LinkedHashSet<>(references(fields, Limits.TOPICS, "topics"));
		topics.addAll(references(fields, Limits.TOPICS, "tags", "tag"));
		if (ofStaticSite) {
			topics.removeIf((topic) -> COLLECTIONS.contains(topic.key().toLowerCase(Locale.ROOT)));
		}
		fields.requireAtMost(Limits.TOPICS, topics.size(), "topics", "tags");
		return List.copyOf(topics);
	}

	/** Takes the categories. */
	static List<Reference> categories(Fields fields) throws Refused {
		return references(fields, Limits.TOPICS, "categories", "category");
	}

	private static List<Reference> references(Fields fields, int most, String... names) throws Refused {
		int line = fields.line(names);
		Set<Reference> references = new LinkedHashSet<>();
		for (Object item : fields.list(names)) {
			Reference reference = reference(fields, item, line);
			if (reference != null) {
				references.add(reference);
			}
		}
		fields.requireAtMost(most, references.size(), names);
		return List.copyOf(references);
	}

	private static @Nullable Reference reference(Fields fields, Object item, int line) throws Refused {
		if (item instanceof List) {
			throw new Refused(line, "A list stands where a name should.");
		}
		if (item instanceof Map<?, ?> map) {
			Fields inner = fields.within(map, line);
			String name = inner.text(Limits.NAME, "name", "title");
			String key = inner.text(Limits.NAME, "id", "slug");
			String about = inner.text(Limits.ABOUT, "bio", "description");
			if (key == null && name == null) {
				throw new Refused(line, "An author or topic needs a name.");
			}
			return new Reference((key != null) ? key : String.valueOf(name), name, about);
		}
		String text = item.toString().strip();
		if (text.length() > Limits.NAME) {
			throw new Refused(line, "A name has more than %,d characters.".formatted(Limits.NAME));
		}
		return text.isEmpty() ? null : Reference.to(text);
	}

}
