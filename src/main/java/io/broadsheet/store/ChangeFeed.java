package io.broadsheet.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import io.broadsheet.graph.NodeId;

/** Tells every instance what was written, through the collection {@code changes}. */
public interface ChangeFeed {

	/**
	 * Writes documents so that the change is told even if this process dies at any
	 * moment: announces the nodes, runs the write, confirms them, and tells this
	 * instance's listeners before it returns.
	 * @param nodes the nodes that the write touches
	 * @param write the write; what it did is told even if it fails half way
	 */
	void write(Collection<NodeId> nodes, Runnable write);

	/**
	 * The position up to which all changes have been told to this instance. What is
	 * derived from the nodes after that was read is up to date so far.
	 * @return the position, which {@link #since} can be asked with after a restart
	 */
	long position();

	/**
	 * What changed after a position.
	 * @param position a position from {@link #position}
	 * @return the nodes that changed or may have changed, or nothing if the feed no
	 * longer goes so far back and everything must be read anew
	 */
	Optional<Set<NodeId>> since(long position);

	/**
	 * What changed lately, whoever changed it, and whether or not that was told.
	 * @param moment a moment that is not long ago
	 * @return the nodes that changed or may have changed since then
	 */
	Set<NodeId> since(Instant moment);

}
