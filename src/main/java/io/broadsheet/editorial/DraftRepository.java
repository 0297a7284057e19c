package io.broadsheet.editorial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Insertion;
import io.broadsheet.store.Preparation;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code drafts}. A draft is replaced as a whole and only if it still is
 * the revision that somebody saw, so that of several changes of one revision one wins.
 * While a draft is being published nothing else changes it.
 */
@Repository
@Order(Preparation.CONTENT)
class DraftRepository implements Preparation {

	private static final Logger logger = LoggerFactory.getLogger(DraftRepository.class);

	private static final String ID = "_id";

	private static final String REVISION = DraftDocuments.LATEST + "." + EntryDocuments.REVISION;

	static final String CHANGED_AT = DraftDocuments.LATEST + "." + EntryDocuments.AT;

	static final String BEGUN_AT = DraftDocuments.ORIGIN + ".at";

	static final String SECTION = "content.section";

	private static final String SLUG = "content.slug";

	private static final String REQUEST_KEY = DraftDocuments.ORIGIN + ".key";

	private static final String DUE_AT = DraftDocuments.SCHEDULE + ".at";

	private static final String ENDS_AT = DraftDocuments.PUBLISHED + "." + DraftDocuments.END + ".at";

	private static final List<String> OPEN = Arrays.stream(DraftStatus.values())
		.filter(DraftStatus::isOpen)
		.map(DraftStatus::name)
		.toList();

	private static final Bson WITHOUT_WORDS = Projections.exclude(DraftDocuments.WORDS);

	private final MongoCollection<Document> collection;

	private final DraftDocuments documents;

	/**
	 * Keeps this instance's editors from racing to begin one draft, which some stores
	 * call a deadlock.
	 */
	private final ReentrantLock inserting = new ReentrantLock();

	DraftRepository(MongoDatabase database, DraftDocuments documents) {
		this.collection = database.getCollection("drafts");
		this.documents = documents;
	}

	@Override
	public void prepare() {
		IndexOptions unique = new IndexOptions().unique(true);
		this.collection.createIndex(Indexes.ascending(DraftDocuments.ARTICLE), unique);
		this.collection.createIndex(Indexes.ascending(REQUEST_KEY), new IndexOptions().unique(true).sparse(true));
		this.collection.createIndex(Indexes.ascending(DUE_AT), new IndexOptions().sparse(true));
		this.collection.createIndex(Indexes.ascending(ENDS_AT), new IndexOptions().sparse(true));
		List.of(SLUG, SECTION, DraftDocuments.STATUS, DraftDocuments.EDITORS, DraftDocuments.WORDS)
			.forEach((field) -> this.collection.createIndex(Indexes.ascending(field)));
		List.of(CHANGED_AT, BEGUN_AT, DraftDocuments.HEADLINE_KEY)
			.forEach((field) -> this.collection.createIndex(Indexes.ascending(field, ID)));
	}

	@Nullable Draft find(NodeId id) {
		return one(Filters.eq(ID, id.value()));
	}

	/** The draft of an article, or null if it was never worked on. */
	@Nullable Draft findByArticle(NodeId article) {
		return one(Filters.eq(DraftDocuments.ARTICLE, article.value()));
	}

	/** The draft that a request began, or null. */
	@Nullable Draft findByRequest(RequestKey request) {
		return one(Filters.eq(REQUEST_KEY, request.key()));
	}

	/** The draft that wants a slug and was not published with it, or null. */
	@Nullable Draft findOpenAt(String slug) {
		return one(Filters.and(Filters.eq(SLUG, slug), Filters.in(DraftDocuments.STATUS, OPEN)));
	}

	/** The scheduled drafts whose time has come, the earliest first. */
	List<Draft> findDue(Instant now) {
		return all(
				Filters.and(Filters.lte(DUE_AT, now), Filters.eq(DraftDocuments.STATUS, DraftStatus.SCHEDULED.name())),
				Indexes.ascending(DUE_AT), 0);
	}

	/** The drafts whose articles readers have and are to lose by now. */
	List<Draft> findEnded(Instant now) {
		return all(
				Filters.and(Filters.lte(ENDS_AT, now),
						Filters.eq(DraftDocuments.PUBLISHED + "." + DraftDocuments.WITHDRAWN, false)),
				Indexes.ascending(ENDS_AT), 0);
	}

	/** Some drafts in an order; 0 for all of them. */
	List<Draft> all(Bson filter, Bson order, int limit) {
		List<Draft> drafts = new ArrayList<>();
		this.collection.find(filter)
			.projection(WITHOUT_WORDS)
			.sort(order)
			.limit(limit)
			.forEach((document) -> add(drafts, document));
		return drafts;
	}

	/** How many drafts that are not published as they are refer to any of some things. */
	int countOpenReferringTo(Collection<NodeId> ids) {
		List<String> values = ids.stream().map(NodeId::value).toList();
		return count(Filters.and(Filters.in(DraftDocuments.STATUS, OPEN),
				Filters.or(Stream.of("section", "authors", "topics", "editorsComment.author")
					.map((field) -> Filters.in("content." + field, values))
					.toList())));
	}

	int count(Bson filter) {
		boolean all = filter.toBsonDocument().isEmpty();
		return Math.toIntExact(all ? this.collection.estimatedDocumentCount() : this.collection.countDocuments(filter));
	}

	boolean exists(Bson filter) {
		return this.collection.find(filter).projection(Projections.include(ID)).first() != null;
	}

	/**
	 * Stores a new draft.
	 * @return false if the request that began it, or another one for the same article,
	 * has begun one already
	 */
	boolean insert(Draft draft) {
		this.inserting.lock();
		try {
			return Insertion.ifAbsent(this.collection, this.documents.write(draft));
		}
		finally {
			this.inserting.unlock();
		}
	}

	/**
	 * Stores a draft in place of a revision of it.
	 * @return false if that is no longer its latest, or is being published
	 */
	boolean replace(Draft before, Draft after) {
		return this.collection
			.replaceOne(Filters.and(at(before), Filters.eq(DraftDocuments.PUBLISHING, null)),
					this.documents.write(after))
			.getMatchedCount() > 0;
	}

	/**
	 * Removes a draft.
	 * @return false if the revision is no longer its latest, or is being published
	 */
	boolean delete(Draft draft) {
		return this.collection.deleteOne(Filters.and(at(draft), Filters.eq(DraftDocuments.PUBLISHING, null)))
			.getDeletedCount() > 0;
	}

	/** Finds a draft that is still the revision that somebody saw. */
	static Bson at(Draft draft) {
		return Filters.and(Filters.eq(ID, draft.id().value()), Filters.eq(REVISION, draft.revision()));
	}

	private @Nullable Draft one(Bson filter) {
		return all(filter, Indexes.ascending(ID), 1).stream().findFirst().orElse(null);
	}

	private void add(List<Draft> drafts, Document document) {
		try {
			drafts.add(this.documents.read(document));
		}
		catch (RuntimeException ex) {
			logger.error("Left out the damaged draft {}", document.get(ID), ex);
		}
	}

}
