package io.broadsheet.store;

import java.util.Collection;

import io.broadsheet.graph.NodeId;

/** Tells every instance what was written, through the collection {@code changes}. */
public interface ChangeFeed {

	/**
	 * Writes documents so that the change is told even if this process dies at any
	 * moment: announces the nodes, runs the write, confirms them, and tells this
	 * instance's listeners before it returns.
	 * @param nodes the nodes that the write touches
	 * @param write the write; idempotent readers see its result or the state before
	 */
	void write(Collection<NodeId> nodes, Runnable write);

}
