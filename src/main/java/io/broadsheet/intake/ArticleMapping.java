package io.broadsheet.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.broadsheet.article.Article;
import io.broadsheet.editorial.Limits;
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

	private static final String[] PICKS = { "picks", "editorsPicks" };

	private final ZoneId zone;

	private final EditorsAdditions additions;

	ArticleMapping(ZoneId zone) {
		this.zone = zone;
		this.additions = new EditorsAdditions(zone);
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
				bodyLine, language(place, fields), fields.text("section"), place.folders(),
				ReferenceFields.authors(fields), ReferenceFields.topics(fields, place.isMarkdown()),
				ReferenceFields.categories(fields), Picturing.take(fields), this.additions.comment(fields),
				this.additions.corrections(fields), fields.texts(Limits.PICKS, PICKS),
				fields.moment(this.zone, "firstPublishedAt"), publishedAt, fields.moment(this.zone, UPDATED),
				this.additions.withdrawal(fields), extra(place, fields));
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
