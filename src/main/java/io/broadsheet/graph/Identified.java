package io.broadsheet.graph;

import java.util.Collection;
import java.util.List;

/**
 * What has an id of its own and is answered to clients. Whoever keeps answers knows by it
 * what they are made of, and when to let go of them.
 */
public interface Identified {

	/** The id. */
	NodeId id();

	/** The ids of what it names, whether or not that is there to be answered with it. */
	default Collection<NodeId> named() {
		return List.of();
	}

}
