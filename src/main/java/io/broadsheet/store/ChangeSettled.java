package io.broadsheet.store;

import java.util.Set;

import io.broadsheet.graph.NodeId;

/**
 * The event that follows a {@link Change}: whoever keeps something derived from the nodes
 * has read them anew by now. Who reads what has changed from here on is answered with the
 * new state. On the instance that wrote, listeners have run when the write returns.
 *
 * @param nodes which nodes changed
 */
public record ChangeSettled(Set<NodeId> nodes) {

	public ChangeSettled {
		nodes = Set.copyOf(nodes);
	}

}
