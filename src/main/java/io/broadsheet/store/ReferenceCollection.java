package io.broadsheet.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/**
 * A collection of reference content, such as authors, that is few enough to be kept in
 * memory whole. Readers see one immutable state, which each {@link Change} replaces.
 *
 * @param <T> the kind of content
 */
@Order(Preparation.CONTENT)
public abstract class ReferenceCollection<T> implements Preparation {

	private static final Logger logger = LoggerFactory.getLogger(ReferenceCollection.class);

	private final MongoCollection<Document> collection;

	private final ReferenceDocuments<T> documents;

	private final ChangeFeed feed;

	private final ReentrantLock changing = new ReentrantLock();

	private volatile @Nullable State<T> state;

	/**
	 * @param database where the collection is
	 * @param feed tells the others what is saved
	 * @param documents how one is stored
	 */
	protected ReferenceCollection(MongoDatabase database, ChangeFeed feed, ReferenceDocuments<T> documents) {
		this.collection = database.getCollection(documents.collection());
		this.feed = feed;
		this.documents = documents;
	}

	/** Makes the index over slugs, and reads all documents. */
	@Override
	public void prepare() {
		this.collection.createIndex(Indexes.ascending(Addresses.FIELD), new IndexOptions().unique(true));
		load();
	}

	/**
	 * Stores some, new ones and others in place of what is stored under their ids.
	 * @param values the ones to store
	 * @throws com.mongodb.MongoBulkWriteException if a slug belongs to another; those
	 * before it in order are stored
	 */
	public void save(Collection<T> values) {
		List<WriteModel<Document>> writes = values.stream().map(this::replacement).toList();
		if (!writes.isEmpty()) {
			this.feed.write(values.stream().map(this.documents::id).toList(), () -> this.collection.bulkWrite(writes));
		}
	}

	private void load() {
		this.changing.lock();
		try {
			Map<NodeId, Entry<T>> entries = new HashMap<>();
			this.collection.find().forEach((document) -> put(entries, document));
			replace(State.of(entries));
		}
		finally {
			this.changing.unlock();
		}
	}

	@EventListener
	void loadAnew(ChangesMissed missed) {
		load();
	}

	@EventListener
	void refresh(Change change) {
		List<NodeId> ids = change.nodes().stream().filter((id) -> id.kind() == this.documents.kind()).toList();
		if (ids.isEmpty() || this.state == null) {
			return;
		}
		this.changing.lock();
		try {
			Map<NodeId, Entry<T>> entries = new HashMap<>(current().entries());
			ids.forEach(entries::remove);
			this.collection.find(Filters.in("_id", ids.stream().map(NodeId::value).toList()))
				.forEach((document) -> put(entries, document));
			replace(State.of(entries));
		}
		finally {
			this.changing.unlock();
		}
	}

	/**
	 * The one with an id.
	 * @param id its id
	 * @return it, or null
	 * @throws Problem.StoreUnavailable if the collection was never read
	 */
	public @Nullable T find(NodeId id) {
		Entry<T> entry = current().entries().get(id);
		return (entry != null) ? entry.value() : null;
	}

	/**
	 * The one with a slug, or with that earlier slug.
	 * @param slug the slug
	 * @return it, or null
	 * @throws Problem.StoreUnavailable if the collection was never read
	 */
	public @Nullable T findBySlug(String slug) {
		return current().bySlug().get(slug);
	}

	/**
	 * All there are, in no order.
	 * @throws Problem.StoreUnavailable if the collection was never read
	 */
	public List<T> all() {
		return current().all();
	}

	/**
	 * Some that are named in an order of their own, such as a byline.
	 * @param ids their ids
	 * @return them in that order; one that is gone is left out
	 * @throws Problem.StoreUnavailable if the collection was never read
	 */
	public List<T> inOrder(List<NodeId> ids) {
		return ids.stream().map(this::find).filter(Objects::nonNull).toList();
	}

	/**
	 * Called with all there are whenever that has changed, one call at a time.
	 * @param all all there are, in no order
	 */
	protected void changed(List<T> all) {
	}

	/**
	 * Sees to it that the collection was read.
	 * @throws Problem.StoreUnavailable if it was never read
	 */
	protected void requireLoaded() {
		current();
	}

	private WriteModel<Document> replacement(T value) {
		return new ReplaceOneModel<>(Filters.eq("_id", this.documents.id(value).value()), this.documents.write(value),
				new ReplaceOptions().upsert(true));
	}

	private void replace(State<T> next) {
		this.state = next;
		changed(next.all());
	}

	private State<T> current() {
		return Optional.ofNullable(this.state).orElseThrow(Problem.StoreUnavailable::new);
	}

	private void put(Map<NodeId, Entry<T>> entries, Document document) {
		try {
			NodeId id = new NodeId(document.getString("_id"));
			entries.put(id,
					new Entry<>(this.documents.read(document), StoredFields.within(document).texts(Addresses.FIELD)));
		}
		catch (RuntimeException ex) {
			logger.error("Left out a damaged document: {} in {}", document.get("_id"), this.documents.collection(), ex);
		}
	}

	private record Entry<T>(T value, List<String> slugs) {
	}

	private record State<T>(Map<NodeId, Entry<T>> entries, Map<String, T> bySlug, List<T> all) {

		static <T> State<T> of(Map<NodeId, Entry<T>> entries) {
			Map<String, T> bySlug = new HashMap<>();
			entries.values().forEach((entry) -> entry.slugs().forEach((slug) -> bySlug.put(slug, entry.value())));
			return new State<>(entries, bySlug, entries.values().stream().map(Entry::value).toList());
		}

	}

}
