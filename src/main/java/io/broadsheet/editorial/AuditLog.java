package io.broadsheet.editorial;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.broadsheet.graph.Cursor;
import io.broadsheet.graph.Edge;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Page;
import io.broadsheet.graph.PageInfo;
import io.broadsheet.store.Insertion;
import io.broadsheet.store.Preparation;
import io.broadsheet.store.StoredFields;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code auditLog}: who did what. Entries are added and read, and never
 * removed.
 */
@Repository
@Order(Preparation.CONTENT)
class AuditLog implements Preparation {

	private static final int SCHEMA_VERSION = 1;

	private static final String ID = "_id";

	/**
	 * So many entries of one millisecond are told apart by the first part of their ids.
	 */
	private static final int BITS_WITHIN_MILLISECOND = 12;

	private final MongoCollection<Document> collection;

	private final Clock clock;

	/** Ends this process's ids, so that another's never are the same. */
	private final String writer = UUID.randomUUID().toString().substring(0, 8);

	private final AtomicLong last = new AtomicLong();

	AuditLog(MongoDatabase database, Clock clock) {
		this.collection = database.getCollection("auditLog");
		this.clock = clock;
	}

	@Override
	public void prepare() {
		this.collection.createIndex(Indexes.ascending("at"));
		List.of("by", "action", "target")
			.forEach((field) -> this.collection
				.createIndex(Indexes.compoundIndex(Indexes.ascending(field), Indexes.descending(ID))));
	}

	/**
	 * An entry for something that is done now, or about to be.
	 * @param done what it is, and who does it
	 * @return the entry, which is yet to be recorded
	 */
	AuditEntry next(AuditEntry.Done done) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return new AuditEntry(nextId(now), now, done.by(), done.action(), done.target(), done.fromRevision(),
				done.note());
	}

	/**
	 * Records an entry. Whoever is told that something was done is told so after this has
	 * returned.
	 * @param entry the entry; it takes the place of one that somebody else recorded as
	 * interrupted too soon
	 */
	void record(AuditEntry entry) {
		this.collection.replaceOne(Filters.eq(ID, entry.id()), write(entry), new ReplaceOptions().upsert(true));
	}

	/**
	 * Records an entry of something that was interrupted, unless it was recorded by now.
	 * @param entry the entry
	 */
	void recordInterrupted(AuditEntry entry) {
		Insertion.ifAbsent(this.collection, write(entry));
	}

	/** Whether this process began what an entry tells of. */
	boolean isOwn(AuditEntry entry) {
		return entry.id().endsWith(this.writer);
	}

	/**
	 * Whether the log tells of the same step from the same revision. Of what has no
	 * revisions it does not know.
	 * @param entry an entry that is not recorded
	 */
	boolean tellsOf(AuditEntry entry) {
		NodeId target = entry.targetId();
		return target != null && entry.fromRevision() != null
				&& this.collection
					.find(Filters.and(Filters.eq("target", target.value()), Filters.eq("action", entry.action()),
							Filters.eq("fromRevision", entry.fromRevision())))
					.limit(1)
					.first() != null;
	}

	/**
	 * A page of the log, newest first.
	 * @param filter which entries
	 * @param page which part of them
	 * @return the page
	 * @throws io.broadsheet.graph.Problem.BadUserInput if the cursor is none of this list
	 */
	AuditConnection page(AuditFilter filter, Page page) {
		String list = "auditLog|" + filter.name();
		Bson query = filter.query();
		List<Edge<AuditEntry>> edges = new ArrayList<>();
		this.collection.find(after(query, list, page.after()))
			.sort(Indexes.descending(ID))
			.limit(page.size() + 1)
			.map(AuditLog::read)
			.forEach((entry) -> edges.add(new Edge<>(cursor(list, entry), entry)));
		boolean more = edges.size() > page.size();
		List<Edge<AuditEntry>> shown = more ? edges.subList(0, page.size()) : edges;
		return new AuditConnection(shown, shown.stream().map(Edge::node).toList(),
				PageInfo.of(shown, more, page.after() != null), () -> Math.toIntExact(count(query)));
	}

	/** A store knows how many there are in all, as none is ever removed. */
	private long count(Bson query) {
		return query.toBsonDocument().isEmpty() ? this.collection.estimatedDocumentCount()
				: this.collection.countDocuments(query);
	}

	private static Bson after(Bson query, String list, @Nullable String cursor) {
		if (cursor == null) {
			return query;
		}
		String id = new String(Cursor.read(list, cursor, "after"), StandardCharsets.US_ASCII);
		return Filters.and(query, Filters.lt(ID, id));
	}

	private static String cursor(String list, AuditEntry entry) {
		return Cursor.write(list, entry.id().getBytes(StandardCharsets.US_ASCII));
	}

	private String nextId(Instant now) {
		long earliest = now.toEpochMilli() << BITS_WITHIN_MILLISECOND;
		return "%016x%s".formatted(this.last.updateAndGet((before) -> Math.max(before + 1, earliest)), this.writer);
	}

	static Document write(AuditEntry entry) {
		NodeId target = entry.targetId();
		return new Document(ID, entry.id()).append("schemaVersion", SCHEMA_VERSION)
			.append("at", entry.at())
			.append("by", entry.by())
			.append("action", entry.action())
			.append("target", (target != null) ? target.value() : null)
			.append("fromRevision", entry.fromRevision())
			.append("note", entry.note());
	}

	static AuditEntry read(Document document) {
		StoredFields fields = StoredFields.of(document, SCHEMA_VERSION);
		String target = fields.optionalText("target");
		int fromRevision = fields.number("fromRevision", -1);
		return new AuditEntry(fields.text(ID), fields.instant("at"), fields.text("by"), fields.text("action"),
				(target != null) ? new NodeId(target) : null, (fromRevision >= 0) ? fromRevision : null,
				fields.optionalText("note"));
	}

}
