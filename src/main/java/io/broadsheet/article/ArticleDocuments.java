package io.broadsheet.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.mongodb.client.model.Updates;
import io.broadsheet.article.Article.Correction;
import io.broadsheet.article.Article.EditorsComment;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Site;
import io.broadsheet.media.ImageDocuments;
import io.broadsheet.store.Addresses;
import io.broadsheet.store.StoredFields;
import io.broadsheet.topic.Topics;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * How articles are stored. The schema's versions: 1 had no {@code reading}; 2 keeps what
 * reading times are made of, so that lists need not read bodies.
 */
@Component
class ArticleDocuments {

	static final int SCHEMA_VERSION = 2;

	/** The revision of the draft that readers see; missing where there was no draft. */
	static final String DRAFT_REVISION = "draftRevision";

	static final String PUBLISHED = "PUBLISHED";

	static final String WITHDRAWN = "WITHDRAWN";

	/** What editors and newsrooms add to an article that no draft of it knows of. */
	private static final Set<String> NOT_OF_DRAFTS = Set.of("_id", Addresses.FIELD, "corrections", "picks",
			"firstPublishedAt", "extra");

	private final ImageDocuments images;

	private final Site site;

	private final Topics topics;

	private final HtmlDocuments html;

	ArticleDocuments(ImageDocuments images, Site site, Topics topics) {
		this.images = images;
		this.site = site;
		this.topics = topics;
		this.html = new HtmlDocuments(site);
	}

	Document write(Article article) {
		ArticleBody body = ArticleBody.of(article.markdown(), this.site);
		// First, since what it makes of the body has the HTML too.
		Document reading = write(measured(article.brief(), body, article.editorsComment()));
		return new Document("_id", article.id().value()).append("schemaVersion", SCHEMA_VERSION)
			.append("status", PUBLISHED)
			.append("withdrawal", null)
			.append("slug", article.slug())
			.append(Addresses.FIELD, Addresses.of(article.slug(), article.formerAddresses()))
			.append("language", article.language())
			.append("headline", article.headline())
			.append("brief", article.brief())
			.append("markdown", article.markdown())
			.append(HtmlDocuments.FIELD, this.html.write(body))
			.append("reading", reading)
			.append("section", value(article.section()))
			.append("authors", values(article.authors()))
			.append("topics", values(article.topics()))
			.append("image", (article.image() != null) ? this.images.write(article.image()) : null)
			.append("editorsComment", write(article.editorsComment()))
			.append("corrections", article.corrections().stream().map(ArticleDocuments::write).toList())
			.append("picks", values(article.picks()))
			.append("firstPublishedAt", article.firstPublishedAt())
			.append("publishedAt", article.publishedAt())
			.append("updatedAt", article.updatedAt())
			.append("extra", new Document(article.extra()));
	}

	/**
	 * What a draft changes of an article that is there: what it says itself, while its
	 * former addresses, its corrections and picks and what was imported with it stay,
	 * whoever adds to them at the same time.
	 */
	static Bson edition(Document written) {
		List<Bson> changes = new ArrayList<>();
		written.forEach((name, value) -> {
			if (!NOT_OF_DRAFTS.contains(name)) {
				changes.add(Updates.set(name, value));
			}
		});
		changes.add(Updates.addToSet(Addresses.FIELD, written.get("slug")));
		return Updates.combine(changes);
	}

	/** An article with what reading it would take, once it is stored. */
	Article measured(Article a) {
		return new Article(a.id(), a.slug(), a.formerAddresses(), a.language(), a.headline(), a.brief(), a.markdown(),
				measured(a.brief(), ArticleBody.of(a.markdown(), this.site), a.editorsComment()), a.section(),
				a.authors(), a.topics(), a.image(), a.editorsComment(), a.corrections(), a.picks(),
				a.firstPublishedAt(), a.publishedAt(), a.updatedAt(), a.extra(), a.preview(), a.html());
	}

	Document write(WithdrawnArticle withdrawn) {
		Document document = write(withdrawn.article());
		document.put("status", WITHDRAWN);
		document.put("withdrawal", write(withdrawn.withdrawal()));
		return document;
	}

	WithdrawnArticle readWithdrawn(Document document) {
		StoredFields fields = StoredFields.within(StoredFields.of(document, SCHEMA_VERSION).document("withdrawal"));
		return new WithdrawnArticle(read(document, ArticleFields.ALL),
				new Withdrawal(fields.text("reason"), fields.text("by"), fields.instant("at")));
	}

	static Document write(Withdrawal withdrawal) {
		return new Document("reason", withdrawal.reason()).append("by", withdrawal.by()).append("at", withdrawal.at());
	}

	static boolean isWithdrawn(Document document) {
		return WITHDRAWN.equals(document.get("status"));
	}

	/** Whether a document lacks what the current schema has. */
	static boolean isOfAnOlderVersion(Document document) {
		return document.get("schemaVersion") instanceof Integer version && version < SCHEMA_VERSION;
	}

	Article read(Document document, ArticleFields asked) {
		StoredFields fields = StoredFields.of(document, SCHEMA_VERSION);
		fields.oneOf("status", PUBLISHED, WITHDRAWN);
		String slug = fields.text("slug");
		Document image = fields.optionalDocument("image");
		return new Article(new NodeId(fields.text("_id")), slug, Addresses.earlier(fields.texts(Addresses.FIELD), slug),
				text(fields, "language", asked), text(fields, "headline", asked), fields.optionalText("brief"),
				text(fields, "markdown", asked), readingLoad(fields, asked), id(fields.optionalText("section")),
				ids(fields.texts("authors")), this.topics.current(ids(fields.texts("topics"))),
				(image != null) ? this.images.read(image) : null,
				editorsComment(fields.optionalDocument("editorsComment")),
				fields.documents("corrections").stream().map(ArticleDocuments::correction).toList(),
				ids(fields.texts("picks")), instant(fields, "firstPublishedAt", asked),
				instant(fields, "publishedAt", asked), instant(fields, "updatedAt", asked), extra(fields), false,
				asked.include(HtmlDocuments.FIELD) ? this.html.read(fields) : null);
	}

	private static String text(StoredFields fields, String name, ArticleFields asked) {
		return asked.include(name) ? fields.text(name) : "";
	}

	private static Instant instant(StoredFields fields, String name, ArticleFields asked) {
		return asked.include(name) ? fields.instant(name) : Instant.EPOCH;
	}

	private ReadingLoad readingLoad(StoredFields fields, ArticleFields asked) {
		if (!asked.include("reading")) {
			return ReadingLoad.NONE;
		}
		Document stored = fields.optionalDocument("reading");
		if (stored == null) {
			return measured(fields.optionalText("brief"), ArticleBody.of(fields.text("markdown"), this.site),
					editorsComment(fields.optionalDocument("editorsComment")));
		}
		StoredFields load = StoredFields.within(stored);
		return new ReadingLoad(load.number("words"), load.number("unspacedWords"), load.number("unspacedCharacters"),
				load.number("pictures"));
	}

	private static Document write(ReadingLoad load) {
		return new Document("words", load.words()).append("unspacedWords", load.unspacedWords())
			.append("unspacedCharacters", load.unspacedCharacters())
			.append("pictures", load.pictures());
	}

	private ReadingLoad measured(@Nullable String brief, ArticleBody body, @Nullable EditorsComment comment) {
		List<String> texts = Stream.of(brief, body.text(), (comment != null) ? comment.text() : null)
			.<String>mapMulti((text, keep) -> {
				if (text != null) {
					keep.accept(text);
				}
			})
			.toList();
		return ReadingLoad.of(texts, body.pictures());
	}

	private static @Nullable EditorsComment editorsComment(@Nullable Document document) {
		if (document == null) {
			return null;
		}
		StoredFields fields = StoredFields.within(document);
		return new EditorsComment(fields.text("text"), id(fields.optionalText("author")), fields.optionalInstant("at"));
	}

	private static @Nullable Document write(@Nullable EditorsComment comment) {
		if (comment == null) {
			return null;
		}
		return new Document("text", comment.text()).append("author", value(comment.author()))
			.append("at", comment.at());
	}

	private static Correction correction(Document document) {
		StoredFields fields = StoredFields.within(document);
		return new Correction(fields.text("text"), Correction.Kind.valueOf(fields.text("kind")), fields.instant("at"));
	}

	static Document write(Correction correction) {
		return new Document("text", correction.text()).append("kind", correction.kind().name())
			.append("at", correction.at());
	}

	private static Map<String, Object> extra(StoredFields fields) {
		Document extra = fields.optionalDocument("extra");
		return (extra != null) ? Map.copyOf(extra) : Map.of();
	}

	private static @Nullable NodeId id(@Nullable String value) {
		return (value != null) ? new NodeId(value) : null;
	}

	private static List<NodeId> ids(List<String> values) {
		return values.stream().map(NodeId::new).toList();
	}

	private static @Nullable String value(@Nullable NodeId id) {
		return (id != null) ? id.value() : null;
	}

	private static List<String> values(List<NodeId> ids) {
		return ids.stream().map(NodeId::value).toList();
	}

}
