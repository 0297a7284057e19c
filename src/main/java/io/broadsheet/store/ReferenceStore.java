package io.broadsheet.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Slug;
import io.broadsheet.store.ReferenceState.Entry;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents of a {@link ReferenceCollection}. Each write is of one document and has a
 * stamp of its own, by which a change can tell whether another came between.
 *
 * @param <T> the kind of content
 */
final class ReferenceStore<T> {

	private static final Logger logger = LoggerFactory.getLogger(ReferenceStore.class);

	private static final String ID = "_id";

	private static final String STAMP = "stamp";

	private static final String MERGED_INTO = "mergedInto";

	/** Whether what follows from a merge is still to be done. */
	private static final String MERGE_OPEN = "mergeOpen";

	private final MongoCollection<Document> collection;

	private final ReferenceDocuments<T> documents;

	ReferenceStore(MongoDatabase database, ReferenceDocuments<T> documents) {
		this.collection = database.getCollection(documents.collection());
		this.documents = documents;
	}

	void prepare() {
		this.collection.createIndex(Indexes.ascending(Addresses.FIELD), new IndexOptions().unique(true));
		this.collection.createIndex(Indexes.ascending(MERGE_OPEN), new IndexOptions().sparse(true));
	}

	/** All documents, but damaged ones. */
	Map<NodeId, Entry<T>> all() {
		return read(Filters.empty());
	}

	/** Some documents; those that are gone are missing. */
	Map<NodeId, Entry<T>> some(Collection<NodeId> ids) {
		return read(Filters.in(ID, ids.stream().map(NodeId::value).toList()));
	}

	/** The first of a slug, the slug with 2, 3 … that nothing has or had. */
	String freeSlug(String wanted) {
		return Slug.free(wanted, (slug) -> this.collection.find(Filters.eq(Addresses.FIELD, slug)).first() != null);
	}

	void replace(Collection<T> values) {
		List<WriteModel<Document>> writes = values.stream().map(this::replacement).toList();
		this.collection.bulkWrite(writes);
	}

	void insert(T value) {
		try {
			this.collection.insertOne(stamped(value));
		}
		catch (MongoWriteException ex) {
			throw translated(ex);
		}
	}

	/**
	 * Changes one, anew if another change came between.
	 * @return it as it is now, or null if it is gone or was merged into another
	 */
	@Nullable T change(NodeId id, UnaryOperator<T> change) {
		for (Document before = find(id); before != null; before = find(id)) {
			T after = change.apply(this.documents.read(before));
			if (replaced(before, stamped(after))) {
				return after;
			}
		}
		return null;
	}

	/**
	 * Marks one as merged into another.
	 * @param into the other; null to take the mark off
	 * @return whether it was there without a mark, or with one that was to be taken off
	 */
	boolean mark(NodeId id, @Nullable NodeId into) {
		Bson state = (into != null) ? Filters.eq(MERGED_INTO, null) : Filters.ne(MERGED_INTO, null);
		Document marked = new Document(MERGED_INTO, (into != null) ? into.value() : null)
			.append(MERGE_OPEN, into != null)
			.append(STAMP, newStamp());
		return this.collection.updateOne(Filters.and(byId(id), state), new Document("$set", marked))
			.getMatchedCount() > 0;
	}

	/** Those that are marked while what follows from that is still to be done. */
	List<NodeId> openMerges() {
		return this.collection.find(Filters.eq(MERGE_OPEN, true))
			.map((document) -> new NodeId(document.getString(ID)))
			.into(new ArrayList<>());
	}

	void closeMerge(NodeId id) {
		this.collection.updateOne(byId(id), Updates.unset(MERGE_OPEN));
	}

	boolean keepMerged(T value, NodeId into) {
		Document merged = stamped(value).append(MERGED_INTO, into.value());
		return this.collection.replaceOne(byId(this.documents.id(value)), merged, new ReplaceOptions().upsert(true))
			.wasAcknowledged();
	}

	boolean remove(NodeId id) {
		return this.collection.deleteOne(byId(id)).getDeletedCount() > 0;
	}

	private @Nullable Document find(NodeId id) {
		return this.collection.find(Filters.and(byId(id), Filters.eq(MERGED_INTO, null))).first();
	}

	private boolean replaced(Document before, Document after) {
		try {
			Bson unchanged = Filters.and(Filters.eq(ID, before.get(ID)), Filters.eq(STAMP, before.get(STAMP)),
					Filters.eq(MERGED_INTO, null));
			return this.collection.replaceOne(unchanged, after).getMatchedCount() > 0;
		}
		catch (MongoWriteException ex) {
			throw translated(ex);
		}
	}

	private WriteModel<Document> replacement(T value) {
		return new ReplaceOneModel<>(byId(this.documents.id(value)), stamped(value), new ReplaceOptions().upsert(true));
	}

	private Document stamped(T value) {
		return this.documents.write(value).append(STAMP, newStamp());
	}

	private Map<NodeId, Entry<T>> read(Bson filter) {
		Map<NodeId, Entry<T>> entries = new HashMap<>();
		this.collection.find(filter).forEach((document) -> put(entries, document));
		return entries;
	}

	private void put(Map<NodeId, Entry<T>> entries, Document document) {
		try {
			StoredFields fields = StoredFields.within(document);
			String into = fields.optionalText(MERGED_INTO);
			entries.put(new NodeId(fields.text(ID)), new Entry<>(this.documents.read(document),
					fields.texts(Addresses.FIELD), (into != null) ? new NodeId(into) : null));
		}
		catch (RuntimeException ex) {
			logger.error("Left out a damaged document: {} in {}", document.get(ID), this.documents.collection(), ex);
		}
	}

	private static Bson byId(NodeId id) {
		return Filters.eq(ID, id.value());
	}

	private static String newStamp() {
		return UUID.randomUUID().toString();
	}

	private static RuntimeException translated(MongoWriteException ex) {
		return (ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) ? new AddressTaken(ex) : ex;
	}

}
