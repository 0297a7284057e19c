package io.broadsheet.article;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import io.broadsheet.graph.Caches;
import io.broadsheet.graph.Selection;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of article documents a request needs. The names are the documents', which
 * a selection's are translated to. Two are equal that have the same names.
 */
public final class ArticleFields {

	/** Selections of documents that are asked again and again are the same each time. */
	private static final Cache<Selection, ArticleFields> KNOWN = Caches.newBuilder().weakKeys().build();

	private static final String EVERY = "*";

	private static final BsonInt32 INCLUDED = new BsonInt32(1);

	private static final BsonInt32 EXCLUDED = new BsonInt32(0);

	private static final List<String> ALWAYS = List.of("schemaVersion", "slug", "status");

	/** Every field but the HTML, which is made of the Markdown. */
	public static final ArticleFields ALL = new ArticleFields(Set.of(EVERY));

	/**
	 * The fields of the schema whose values come from other documents' fields than their
	 * own.
	 */
	private static final Map<String, List<String>> SOURCES = Map.ofEntries(Map.entry("id", List.of()),
			Map.entry("slug", List.of()), Map.entry("url", List.of()), Map.entry("__typename", List.of()),
			Map.entry("body", List.of("markdown", "language")),
			Map.entry("readingTime", List.of("reading", "language")),
			Map.entry("breadcrumbs", List.of("section", "headline")), Map.entry("editorsPicks", List.of("picks")),
			Map.entry("retraction", List.of("corrections")), Map.entry("share", List.of("headline")),
			Map.entry("related", List.of()),
			Map.entry("jsonLd", List.of("headline", "brief", "image", "firstPublishedAt", "publishedAt", "updatedAt",
					"authors", "section", "topics", "reading", "language", "corrections")));

	private static final List<String> MADE_WITH_HTML = List.of("text", "blocks", "excerpt");

	private final Set<String> names;

	private final int hash;

	private final boolean areAll;

	private final BsonDocument projection;

	/**
	 * Names fields.
	 * @param names the fields beside those that every article is read with
	 */
	public ArticleFields(Set<String> names) {
		this.names = names;
		this.hash = names.hashCode();
		this.areAll = names.contains(EVERY);
		this.projection = this.areAll ? projectionOfAll(names) : projectionOf(names);
	}

	/**
	 * What a selection needs.
	 * @param selection the selection on articles
	 * @return the fields
	 */
	public static ArticleFields of(Selection selection) {
		return KNOWN.get(selection, ArticleFields::neededBy);
	}

	private static ArticleFields neededBy(Selection selection) {
		Set<String> names = new LinkedHashSet<>();
		selection.names().forEach((name) -> names.addAll(SOURCES.getOrDefault(name, List.of(name))));
		if (wantsHtmlAlone(selection.at("body"))) {
			names.add(HtmlDocuments.FIELD);
		}
		return new ArticleFields(names);
	}

	/** Whatever else is wanted of a body is made with its HTML, and remembered. */
	private static boolean wantsHtmlAlone(Selection body) {
		return body.contains("html") && MADE_WITH_HTML.stream().noneMatch(body::contains);
	}

	/**
	 * What either needs.
	 * @param other others
	 * @return these and the others
	 */
	public ArticleFields and(ArticleFields other) {
		if (this.names.containsAll(other.names)) {
			return this;
		}
		Set<String> both = new LinkedHashSet<>(this.names);
		both.addAll(other.names);
		return new ArticleFields(both);
	}

	/**
	 * Whether these include a field.
	 * @param name the document's name for it
	 */
	boolean include(String name) {
		return this.names.contains(name) || (this.areAll && !name.equals(HtmlDocuments.FIELD));
	}

	/** The projection for the store, which nobody may change. */
	BsonDocument projection() {
		return this.projection;
	}

	private static BsonDocument projectionOfAll(Set<String> names) {
		return names.contains(HtmlDocuments.FIELD) ? new BsonDocument()
				: new BsonDocument(HtmlDocuments.FIELD, EXCLUDED);
	}

	private static BsonDocument projectionOf(Set<String> names) {
		BsonDocument projection = new BsonDocument();
		ALWAYS.forEach((name) -> projection.put(name, INCLUDED));
		names.forEach((name) -> projection.put(name, INCLUDED));
		return projection;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof ArticleFields fields && fields.names.equals(this.names));
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

	@Override
	public String toString() {
		return this.names.toString();
	}

}
