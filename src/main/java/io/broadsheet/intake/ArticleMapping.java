package io.broadsheet.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.broadsheet.article.Article;
import io.broadsheet.graph.LanguageTag;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Slug;
import org.jspecify.annotations.Nullable;

/**
 * What front matter, or a line of NDJSON, means for an article. The names are those of
 * the gateway's own exports and of what static sites write; the README has them as a
 * table.
 */
final class ArticleMapping {

	static final String[] PUBLISHED = { "publishedAt", "publishDate", "pubDate", "datePublished", "date", "published" };

	private static final String[] UPDATED = { "updatedAt", "lastmod", "updated", "updatedDate", "lastModifiedAt",
			"lastModified", "modified", "dateModified" };

	private static final String[] ALIASES = { "aliases", "alias", "redirectFrom", "formerAddresses" };

	private static final String[] COMMENT = { "editorsComment", "editorComment" };

	private static final String[] PICKS = { "picks", "editorsPicks" };

	/** Eleventy's names of its own lists, which are not what an article is about. */
	private static final Set<String> COLLECTIONS = Set.of("post", "posts", "all");

	private final ZoneId zone;

	ArticleMapping(ZoneId zone) {
		this.zone = zone;
	}

	/**
	 * The article that front matter and a body are.
	 * @param place where the article is
	 * @param fields what is said of it
	 * @param markdown its body
	 * @param bodyLine the line that the body begins on
	 * @throws Refused if something said cannot be taken in
	 */
	ArticleEntry entry(Place place, Fields fields, String markdown, int bodyLine) throws Refused {
		String headline = fields.text(Limits.HEADLINE, "headline", "title");
		if (headline == null) {
			throw new Refused(fields.line("headline", "title"), "The article has no title.");
		}
		Set<String> addresses = new LinkedHashSet<>();
		NodeId id = id(fields);
		String slug = slug(place, fields, headline, addresses);
		addresses.addAll(aliases(fields));
		addresses.remove(slug);
		if (markdown.codePointCount(0, markdown.length()) > Limits.BODY) {
			throw new Refused(bodyLine,
					"The body has %,d characters; at most %,d are taken.".formatted(markdown.length(), Limits.BODY));
		}
		Instant publishedAt = publishedAt(place, fields);
		return new ArticleEntry(new Source(place.file(), place.line()), place.folder(), id, slug,
				List.copyOf(addresses), headline,
				fields.text(Limits.BRIEF, "brief", "description", "summary", "excerpt", "standfirst", "deck"), markdown,
				bodyLine, language(place, fields), fields.text("section"), place.folders(), authors(fields),
				topics(place, fields), references(fields, Limits.TOPICS, "categories", "category"),
				Picturing.take(fields), comment(fields), corrections(fields), fields.texts(Limits.PICKS, PICKS),
				fields.moment(this.zone, "firstPublishedAt"), publishedAt, fields.moment(this.zone, UPDATED),
				extra(place, fields));
	}

	/** Whether an article says that it is not published. */
	static boolean isDraft(Fields fields) throws Refused {
		Boolean draft = fields.truth("draft");
		Boolean published = (fields.peek("published") instanceof Boolean) ? fields.truth("published") : null;
		return Boolean.TRUE.equals(draft) || Boolean.FALSE.equals(published);
	}

	private static @Nullable NodeId id(Fields fields) throws Refused {
		Object value = fields.peek("id");
		NodeId id = (value instanceof String text) ? Names.id(text, Article.KIND) : null;
		if (id != null) {
			fields.take("id");
		}
		return id;
	}

	private static String slug(Place place, Fields fields, String headline, Set<String> addresses) throws Refused {
		String fallback = Slug.from(headline, "article");
		String written = fields.text(Limits.ADDRESS, "slug");
		if (written != null) {
			String slug = Names.slug(written, fallback);
			addresses.add(written);
			return slug;
		}
		String path = fields.peek("permalink", "url", "path") instanceof String text ? text : "";
		String last = Names.lastPart(path);
		if (path.indexOf(':') < 0 && path.indexOf('{') < 0 && !last.isEmpty()) {
			fields.take("permalink", "url", "path");
			Names.address(path).ifPresent(addresses::add);
			return Names.slug(last, fallback);
		}
		return place.name().isEmpty() ? fallback : Names.slug(place.name(), fallback);
	}

	private static List<String> aliases(Fields fields) throws Refused {
		List<String> addresses = new ArrayList<>();
		int line = fields.line(ALIASES);
		for (String written : fields.texts(Limits.ADDRESSES, ALIASES)) {
			addresses.add(Names.address(written)
				.orElseThrow(() -> new Refused(line, "\"%s\" is no earlier address.".formatted(written))));
		}
		return addresses;
	}

	private Instant publishedAt(Place place, Fields fields) throws Refused {
		Instant said = fields.moment(this.zone, PUBLISHED);
		if (said != null) {
			return said;
		}
		if (place.date() != null) {
			return place.date().atStartOfDay(this.zone).toInstant();
		}
		throw new Refused(fields.line(PUBLISHED), "The article has no date.");
	}

	private static @Nullable String language(Place place, Fields fields) throws Refused {
		int line = fields.line("language", "lang", "locale");
		String written = fields.text("language", "lang", "locale");
		if (written == null) {
			return place.language();
		}
		return LanguageTag.canonical(written.replace('_', '-'))
			.orElseThrow(() -> new Refused(line, "\"%s\" is no language tag such as en or pt-BR.".formatted(written)));
	}

	private static List<Reference> authors(Fields fields) throws Refused {
		return references(fields, Limits.AUTHORS, "authors", "author", "byline");
	}

	private static List<Reference> topics(Place place, Fields fields) throws Refused {
		Set<Reference> topics = new LinkedHashSet<>(references(fields, Limits.TOPICS, "topics"));
		topics.addAll(references(fields, Limits.TOPICS, "tags", "tag"));
		if (place.isMarkdown()) {
			topics.removeIf((topic) -> COLLECTIONS.contains(topic.key().toLowerCase(Locale.ROOT)));
		}
		fields.requireAtMost(Limits.TOPICS, topics.size(), "topics", "tags");
		return List.copyOf(topics);
	}

	private static List<Reference> references(Fields fields, int most, String... names) throws Refused {
		int line = fields.line(names);
		boolean isByline = names[0].equals("authors");
		Object value = fields.peek(names);
		List<Object> items = (isByline && value instanceof String) ? List.of(value) : null;
		if (items != null) {
			fields.take(names);
		}
		Set<Reference> references = new LinkedHashSet<>();
		for (Object item : (items != null) ? items : fields.list(names)) {
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

	private ArticleEntry.@Nullable Comment comment(Fields fields) throws Refused {
		int line = fields.line(COMMENT);
		Object value = fields.peek(COMMENT);
		Fields said = fields;
		String text;
		if (value instanceof Map<?, ?> map) {
			fields.take(COMMENT);
			said = fields.within(map, line);
			text = said.text(Limits.COMMENT, "text", "markdown");
		}
		else {
			text = fields.text(Limits.COMMENT, COMMENT);
		}
		boolean within = said != fields;
		String author = within ? said.text(Limits.NAME, "author") : fields.text(Limits.NAME, "editorsCommentAuthor");
		Instant at = within ? said.moment(this.zone, "at", "date")
				: fields.moment(this.zone, "editorsCommentAt", "editorsCommentDate");
		return (text != null) ? new ArticleEntry.Comment(text, (author != null) ? Reference.to(author) : null, at)
				: null;
	}

	private List<Article.Correction> corrections(Fields fields) throws Refused {
		int line = fields.line("corrections");
		List<Article.Correction> corrections = new ArrayList<>();
		for (Object item : fields.list("corrections")) {
			if (!(item instanceof Map<?, ?> map)) {
				throw new Refused(line, "A correction must have a date and a text.");
			}
			corrections.add(correction(fields.within(map, line), line));
		}
		fields.requireAtMost(Limits.CORRECTIONS, corrections.size(), "corrections");
		return corrections;
	}

	private Article.Correction correction(Fields fields, int line) throws Refused {
		String text = fields.text(Limits.CORRECTION, "text");
		String kind = fields.text("kind");
		Instant at = fields.moment(this.zone, "at", "date");
		if (text == null || at == null) {
			throw new Refused(line, "A correction must have a date and a text.");
		}
		try {
			return new Article.Correction(text,
					(kind != null) ? Article.Correction.Kind.valueOf(kind.toUpperCase(Locale.ROOT))
							: Article.Correction.Kind.CORRECTION,
					at);
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(line,
					"A correction's kind is CORRECTION, CLARIFICATION, UPDATE or RETRACTION, not \"%s\"."
						.formatted(kind));
		}
	}

	private static Map<String, Object> extra(Place place, Fields fields) throws Refused {
		Map<String, Object> extra = new LinkedHashMap<>();
		if (!place.isMarkdown() && fields.take("extra") instanceof Map<?, ?> kept) {
			kept.forEach((name, value) -> extra.put(String.valueOf(name), value));
		}
		fields.remaining().forEach(extra::putIfAbsent);
		for (String name : extra.keySet()) {
			if (name.isEmpty() || name.startsWith("$") || name.indexOf('.') >= 0 || name.indexOf('\0') >= 0) {
				throw new Refused(fields.line(name),
						"\"%s\" cannot be kept: a name must not begin with $ or have a dot in it.".formatted(name));
			}
		}
		return extra;
	}

}
