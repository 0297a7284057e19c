package io.broadsheet.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

import com.mongodb.client.MongoDatabase;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import org.jspecify.annotations.Nullable;

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

	private final ReferenceDocuments<T> documents;

	private final ReferenceStore<T> store;

	private final ChangeFeed feed;

	private final ReentrantLock changing = new ReentrantLock();

	private volatile @Nullable ReferenceState<T> state;

	/**
	 * @param database where the collection is
	 * @param feed tells the others what is saved
	 * @param documents how one is stored
	 */
	protected ReferenceCollection(MongoDatabase database, ChangeFeed feed, ReferenceDocuments<T> documents) {
		this.documents = documents;
		this.store = new ReferenceStore<>(database, documents);
		this.feed = feed;
	}

	/** Makes the index over slugs, and reads all documents. */
	@Override
	public void prepare() {
		this.store.prepare();
		load();
	}

	/**
	 * Stores some, new ones and others in place of what is stored under their ids.
	 * @param values the ones to store
	 * @throws com.mongodb.MongoBulkWriteException if a slug belongs to another; those
	 * before it in order are stored
	 */
	public void save(Collection<T> values) {
		if (!values.isEmpty()) {
			this.feed.write(values.stream().map(this.documents::id).toList(), () -> this.store.replace(values));
		}
	}

	/**
	 * Stores a new one.
	 * @param value the one
	 * @throws AddressTaken if its slug belongs to another, or its id
	 */
	public void add(T value) {
		this.feed.write(List.of(this.documents.id(value)), () -> this.store.insert(value));
	}

	/**
	 * Changes one, so that of changes at the same time none is lost.
	 * @param id its id
	 * @param change makes of what is stored what is to be stored; run again if somebody
	 * else changed it meanwhile
	 * @return it as it is now; null if it is not there
	 * @throws AddressTaken if its new slug belongs to another
	 */
	public @Nullable T change(NodeId id, UnaryOperator<T> change) {
		AtomicReference<@Nullable T> changed = new AtomicReference<>();
		this.feed.write(List.of(id), () -> changed.set(this.store.change(id, change)));
		return changed.get();
	}

	/**
	 * Removes one.
	 * @param id its id
	 * @return whether it was there
	 */
	public boolean remove(NodeId id) {
		return write(id, () -> this.store.remove(id));
	}

	/**
	 * A slug that is free at this moment, on every instance.
	 * @param wanted the slug that is wanted
	 * @return it, or it with a number behind it
	 */
	public String freeSlug(String wanted) {
		return this.store.freeSlug(wanted);
	}

	/** Reads everything anew, as it is stored at this moment. */
	protected void load() {
		this.changing.lock();
		try {
			replace(new ReferenceState<>(this.store.all()));
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
			replace(current().with(ids, this.store.some(ids)));
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
		return current().find(id);
	}

	/**
	 * The one with a slug, or with that earlier slug.
	 * @param slug the slug
	 * @return it, or null
	 * @throws Problem.StoreUnavailable if the collection was never read
	 */
	public @Nullable T findBySlug(String slug) {
		return current().findBySlug(slug);
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
		ReferenceState<T> known = current();
		List<T> found = new ArrayList<>(ids.size());
		for (NodeId id : ids) {
			T one = known.find(id);
			if (one != null) {
				found.add(one);
			}
		}
		return found;
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

	/** How the documents are stored. */
	final ReferenceStore<T> store() {
		return this.store;
	}

	/** What is known of them at this moment. */
	final ReferenceState<T> current() {
		return Optional.ofNullable(this.state).orElseThrow(Problem.StoreUnavailable::new);
	}

	/**
	 * Writes one, and tells everybody.
	 * @return what the write says
	 */
	final boolean write(NodeId id, BooleanSupplier write) {
		AtomicBoolean written = new AtomicBoolean();
		this.feed.write(List.of(id), () -> written.set(write.getAsBoolean()));
		return written.get();
	}

	private void replace(ReferenceState<T> next) {
		this.state = next;
		changed(next.all());
	}

}
