package io.broadsheet.store;

import java.util.Set;

import io.broadsheet.graph.NodeId;

/**
 * The event that stored nodes were written or removed, by this instance or another.
 * Whoever keeps something derived from those nodes reads them anew, which must be
 * idempotent: a change can be told more than once. On the instance that wrote, listeners
 * have run when the write returns.
 *
 * @param nodes which nodes changed
 */
public record Change(Set<NodeId> nodes) {

	public Change {
		nodes = Set.copyOf(nodes);
	}

}
