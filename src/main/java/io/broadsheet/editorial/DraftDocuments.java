package io.broadsheet.editorial;

import java.util.LinkedHashSet;

import io.broadsheet.graph.NodeId;
import io.broadsheet.store.StoredFields;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** How drafts are stored. */
@Component
class DraftDocuments {

	static final String ARTICLE = "article";

	static final String STATUS = "status";

	static final String LATEST = "latest";

	static final String ORIGIN = "origin";

	static final String EDITORS = "editors";

	static final String SCHEDULE = "schedule";

	static final String PUBLISHED = "published";

	static final String PUBLISHING = "publishing";

	/** Within {@link #PUBLISHED}. */
	static final String WITHDRAWN = "withdrawn";

	/** Within {@link #PUBLISHED}. */
	static final String END = "end";

	/** The headline as lists are ordered by it. */
	static final String HEADLINE_KEY = "headlineKey";

	/** All words, as they are searched. */
	static final String WORDS = "words";

	private static final int SCHEMA_VERSION = 1;

	private final ContentDocuments contents;

	DraftDocuments(ContentDocuments contents) {
		this.contents = contents;
	}

	Document write(Draft draft) {
		return new Document("_id", draft.id().value()).append("schemaVersion", SCHEMA_VERSION)
			.append(ARTICLE, draft.articleId().value())
			.append(STATUS, draft.status().name())
			.append("content", this.contents.write(draft.content()))
			.append(LATEST, EntryDocuments.write(draft.latest()))
			.append(ORIGIN, write(draft.origin()))
			.append(EDITORS, draft.editors())
			.append(SCHEDULE, write(draft.schedule()))
			.append(PUBLISHED, write(draft.published()))
			.append(PUBLISHING, write(draft.publishing()))
			.append(HEADLINE_KEY, DraftWords.key(draft.content().headline()))
			.append(WORDS, DraftWords.of(draft.content()));
	}

	Draft read(Document document) {
		StoredFields fields = StoredFields.of(document, SCHEMA_VERSION);
		return new Draft(new NodeId(fields.text("_id")), new NodeId(fields.text(ARTICLE)),
				DraftStatus.valueOf(fields.text(STATUS)), this.contents.read(fields.document("content")),
				EntryDocuments.read(fields.document(LATEST)), origin(fields.document(ORIGIN)),
				new LinkedHashSet<>(fields.texts(EDITORS)), schedule(fields.optionalDocument(SCHEDULE)),
				published(fields.optionalDocument(PUBLISHED)), publishing(fields.optionalDocument(PUBLISHING)));
	}

	static @Nullable Document write(Draft.@Nullable Publishing publishing) {
		if (publishing == null) {
			return null;
		}
		return new Document("by", publishing.by()).append("at", publishing.at()).append("slug", publishing.slug());
	}

	private static Document write(Draft.Origin origin) {
		Document document = new Document("by", origin.by()).append("at", origin.at());
		RequestKey request = origin.request();
		return (request != null) ? document.append("key", request.key()).append("request", request.request())
				: document;
	}

	private static @Nullable Document write(Draft.@Nullable Schedule schedule) {
		if (schedule == null) {
			return null;
		}
		return new Document("at", schedule.at()).append("by", schedule.by()).append("until", schedule.until());
	}

	private static @Nullable Document write(Draft.@Nullable Published published) {
		if (published == null) {
			return null;
		}
		return new Document("revision", published.revision()).append(WITHDRAWN, published.withdrawn())
			.append(END, write(published.end()));
	}

	private static @Nullable Document write(Draft.@Nullable End end) {
		return (end != null) ? new Document("at", end.at()).append("by", end.by()) : null;
	}

	private static Draft.Origin origin(Document document) {
		StoredFields fields = StoredFields.within(document);
		String key = fields.optionalText("key");
		return new Draft.Origin(fields.text("by"), fields.instant("at"),
				(key != null) ? new RequestKey(key, fields.text("request")) : null);
	}

	private static Draft.@Nullable Schedule schedule(@Nullable Document document) {
		if (document == null) {
			return null;
		}
		StoredFields fields = StoredFields.within(document);
		return new Draft.Schedule(fields.instant("at"), fields.text("by"), fields.optionalInstant("until"));
	}

	private static Draft.@Nullable Published published(@Nullable Document document) {
		if (document == null) {
			return null;
		}
		StoredFields fields = StoredFields.within(document);
		return new Draft.Published(fields.number("revision"), Boolean.TRUE.equals(document.getBoolean(WITHDRAWN)),
				end(fields.optionalDocument(END)));
	}

	private static Draft.@Nullable End end(@Nullable Document document) {
		if (document == null) {
			return null;
		}
		StoredFields fields = StoredFields.within(document);
		return new Draft.End(fields.instant("at"), fields.text("by"));
	}

	private static Draft.@Nullable Publishing publishing(@Nullable Document document) {
		if (document == null) {
			return null;
		}
		StoredFields fields = StoredFields.within(document);
		return new Draft.Publishing(fields.text("by"), fields.instant("at"), fields.text("slug"));
	}

}
