package io.broadsheet.editorial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Preparation;
import io.broadsheet.store.StoredFields;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code previewLinks}. A link that was revoked stays, so that revoking it
 * again is answered as the first time.
 */
@Repository
@Order(Preparation.CONTENT)
class PreviewLinkRepository implements Preparation {

	private static final int SCHEMA_VERSION = 1;

	private static final String ID = "_id";

	private static final String DRAFT = "draft";

	private static final String TOKEN = "token";

	private static final String EXPIRES_AT = "expiresAt";

	private static final String REVOKED = "revoked";

	private final MongoCollection<Document> collection;

	PreviewLinkRepository(MongoDatabase database) {
		this.collection = database.getCollection("previewLinks");
	}

	@Override
	public void prepare() {
		this.collection.createIndex(Indexes.ascending(TOKEN), new IndexOptions().unique(true));
		this.collection.createIndex(Indexes.ascending(DRAFT));
	}

	void insert(PreviewLink link) {
		this.collection.insertOne(new Document(ID, link.id().value()).append("schemaVersion", SCHEMA_VERSION)
			.append(DRAFT, link.draftId().value())
			.append(TOKEN, link.token())
			.append("revision", link.revision())
			.append(EXPIRES_AT, link.expiresAt())
			.append("createdBy", link.createdBy())
			.append("createdAt", link.createdAt())
			.append(REVOKED, false));
	}

	/** Ends a link, and finds it; null if there never was one. */
	@Nullable PreviewLink revoke(NodeId id) {
		Bson byId = Filters.eq(ID, id.value());
		this.collection.updateOne(byId, Updates.set(REVOKED, true));
		return this.collection.find(byId).map(PreviewLinkRepository::read).first();
	}

	/** The link with a token, if it leads somewhere at a moment, or null. */
	@Nullable PreviewLink findByToken(String token, Instant now) {
		return this.collection.find(Filters.and(Filters.eq(TOKEN, token), isOpen(now)))
			.map(PreviewLinkRepository::read)
			.first();
	}

	/**
	 * The links of a draft that lead somewhere at a moment, in the order in which they
	 * end.
	 */
	List<PreviewLink> findByDraft(NodeId draft, Instant now) {
		return this.collection.find(Filters.and(Filters.eq(DRAFT, draft.value()), isOpen(now)))
			.sort(Indexes.ascending(EXPIRES_AT))
			.map(PreviewLinkRepository::read)
			.into(new ArrayList<>());
	}

	private static Bson isOpen(Instant now) {
		return Filters.and(Filters.gt(EXPIRES_AT, now), Filters.eq(REVOKED, false));
	}

	private static PreviewLink read(Document document) {
		StoredFields fields = StoredFields.of(document, SCHEMA_VERSION);
		int revision = fields.number("revision", -1);
		return new PreviewLink(new NodeId(fields.text(ID)), new NodeId(fields.text(DRAFT)), fields.text(TOKEN),
				(revision > 0) ? revision : null, fields.instant(EXPIRES_AT), fields.text("createdBy"),
				fields.instant("createdAt"));
	}

}
