package io.broadsheet.editorial;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Insertion;
import io.broadsheet.store.Preparation;
import io.broadsheet.store.StoredFields;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code revisions}. A draft's document has its latest revision; it is
 * copied here before the document changes, by whoever is about to change it and however
 * often. So every revision but the latest is here, whatever fails in between.
 */
@Repository
@Order(Preparation.CONTENT)
class RevisionRepository implements Preparation {

	private static final int SCHEMA_VERSION = 1;

	private static final String DRAFT = "draft";

	private final MongoCollection<Document> collection;

	private final ContentDocuments contents;

	RevisionRepository(MongoDatabase database, ContentDocuments contents) {
		this.collection = database.getCollection("revisions");
		this.contents = contents;
	}

	@Override
	public void prepare() {
		this.collection.createIndex(Indexes.ascending(DRAFT));
	}

	/** Keeps the latest revision of a draft that is about to get another one. */
	void keep(Draft draft) {
		Document document = new Document("_id", id(draft.id(), draft.revision()))
			.append("schemaVersion", SCHEMA_VERSION)
			.append(DRAFT, draft.id().value())
			.append("status", draft.status().name())
			.append("entry", EntryDocuments.write(draft.latest()))
			.append("content", this.contents.write(draft.content()));
		Insertion.ifAbsent(this.collection, document);
	}

	/**
	 * Some revisions of a draft by their numbers.
	 * @param draft the draft, which has the latest of them
	 * @param first the lowest number
	 * @param last the highest number
	 */
	Map<Integer, Revision> find(Draft draft, int first, int last) {
		Map<Integer, Revision> found = new HashMap<>();
		List<String> ids = IntStream.rangeClosed(first, Math.min(last, draft.revision() - 1))
			.mapToObj((number) -> id(draft.id(), number))
			.toList();
		find(ids).values().forEach((revision) -> found.put(revision.revision(), revision));
		if (last >= draft.revision()) {
			found.put(draft.revision(), Revision.of(draft));
		}
		return found;
	}

	/** One revision of a draft by its number, or null. */
	@Nullable Revision find(Draft draft, int number) {
		return find(draft, number, number).get(number);
	}

	/** The revisions before others, each by its {@link #id}. */
	Map<String, Revision> findBefore(Collection<Revision> revisions) {
		return find(revisions.stream().map((revision) -> id(revision.draft(), revision.revision() - 1)).toList());
	}

	/** Removes all revisions of a draft that is gone. */
	void delete(NodeId draft) {
		this.collection.deleteMany(Filters.eq(DRAFT, draft.value()));
	}

	private Map<String, Revision> find(List<String> ids) {
		Map<String, Revision> found = new HashMap<>();
		if (!ids.isEmpty()) {
			this.collection.find(Filters.in("_id", ids))
				.forEach((document) -> found.put(document.getString("_id"), read(document)));
		}
		return found;
	}

	Revision read(Document document) {
		StoredFields fields = StoredFields.of(document, SCHEMA_VERSION);
		return new Revision(new NodeId(fields.text(DRAFT)), DraftStatus.valueOf(fields.text("status")),
				this.contents.read(fields.document("content")), EntryDocuments.read(fields.document("entry")));
	}

	/** What a revision is stored by. */
	static String id(NodeId draft, int revision) {
		return draft.value() + ":" + revision;
	}

}
