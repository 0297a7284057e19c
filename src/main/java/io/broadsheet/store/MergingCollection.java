package io.broadsheet.store;

import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoDatabase;
import io.broadsheet.graph.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Reference content of which one can be merged into another. It is not among the others
 * any more then, and is found as the other by its id and by its slugs; its document stays
 * to lead there, so that a merge is one write.
 *
 * @param <T> the kind of content
 */
public abstract class MergingCollection<T> extends ReferenceCollection<T> {

	private final ReferenceDocuments<T> documents;

	/**
	 * @param database where the collection is
	 * @param feed tells the others what is saved
	 * @param documents how one is stored
	 */
	protected MergingCollection(MongoDatabase database, ChangeFeed feed, ReferenceDocuments<T> documents) {
		super(database, feed, documents);
		this.documents = documents;
	}

	/**
	 * Merges one into another, as far as the two are concerned; what refers to it is for
	 * others to follow, until they {@link #closeMerge}. Of two merges at the same moment
	 * that would lead in a circle, each looks at what is stored after its own mark, so
	 * that at least one sees the circle and takes its mark back.
	 * @param from the one
	 * @param into the other
	 * @return whether it was merged by this
	 */
	public boolean merge(NodeId from, NodeId into) {
		if (!mark(from, into)) {
			return false;
		}
		load();
		if (current().leads(into, from) || find(into) == null) {
			mark(from, null);
			return false;
		}
		return true;
	}

	/**
	 * The id by which one is known now.
	 * @param id its id, or that of another that was merged into it
	 * @return its id; the same if nothing has that
	 * @throws io.broadsheet.graph.Problem.StoreUnavailable if the collection was never
	 * read
	 */
	public NodeId current(NodeId id) {
		return current().standing(id);
	}

	/** Those that were merged, each with the one it was merged into. */
	public Map<T, NodeId> merged() {
		return current().merged();
	}

	/** Those that were merged while what follows from that is still to be done. */
	public List<NodeId> openMerges() {
		return store().openMerges();
	}

	/**
	 * Remembers that all that follows from a merge is done.
	 * @param from the one that was merged
	 */
	public void closeMerge(NodeId from) {
		store().closeMerge(from);
	}

	/**
	 * Stores one as merged, with nothing left to be done.
	 * @param value what it was
	 * @param into the one that it was merged into
	 * @throws com.mongodb.MongoWriteException if a slug belongs to another
	 */
	public void keepMerged(T value, NodeId into) {
		write(this.documents.id(value), () -> store().keepMerged(value, into));
	}

	private boolean mark(NodeId from, @Nullable NodeId into) {
		return write(from, () -> store().mark(from, into));
	}

}
