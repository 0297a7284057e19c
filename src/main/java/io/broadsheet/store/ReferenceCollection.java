package io.broadsheet.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A collection of reference content, such as authors, that is few enough to be kept in
 * memory whole. Readers see one immutable state; {@link #load} replaces it, and
 * {@link #refresh} replaces what changed in it.
 *
 * @param <T> what a document is read as
 */
public final class ReferenceCollection<T> {

	private static final Logger logger = LoggerFactory.getLogger(ReferenceCollection.class);

	private final MongoCollection<Document> documents;

	private final Function<Document, T> reader;

	private final ReentrantLock changing = new ReentrantLock();

	private volatile @Nullable State<T> state;

	/**
	 * @param documents where the documents are; each has {@code addresses}, the slugs by
	 * which it is or was known
	 * @param reader reads one; what it throws on a damaged document leaves that one out
	 */
	public ReferenceCollection(MongoCollection<Document> documents, Function<Document, T> reader) {
		this.documents = documents;
		this.reader = reader;
	}

	/** Reads all documents. */
	public void load() {
		this.changing.lock();
		try {
			Map<NodeId, Entry<T>> entries = new HashMap<>();
			this.documents.find().forEach((document) -> put(entries, document));
			this.state = State.of(entries);
		}
		finally {
			this.changing.unlock();
		}
	}

	/**
	 * Reads some documents anew.
	 * @param ids the documents that were written or removed
	 */
	public void refresh(Collection<NodeId> ids) {
		if (ids.isEmpty()) {
			return;
		}
		this.changing.lock();
		try {
			Map<NodeId, Entry<T>> entries = new HashMap<>(current().entries());
			entries.keySet().removeAll(ids);
			this.documents.find(Filters.in("_id", ids.stream().map(NodeId::value).toList()))
				.forEach((document) -> put(entries, document));
			this.state = State.of(entries);
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

	private State<T> current() {
		return Optional.ofNullable(this.state).orElseThrow(Problem.StoreUnavailable::new);
	}

	private void put(Map<NodeId, Entry<T>> entries, Document document) {
		try {
			NodeId id = new NodeId(document.getString("_id"));
			entries.put(id, new Entry<>(this.reader.apply(document), document.getList("addresses", String.class)));
		}
		catch (RuntimeException ex) {
			logger.error("Left out a damaged document: {} in {}", document.get("_id"),
					this.documents.getNamespace().getCollectionName(), ex);
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
