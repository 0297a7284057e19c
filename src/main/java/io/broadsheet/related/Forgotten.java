package io.broadsheet.related;

import java.util.HashSet;
import java.util.Set;

import io.broadsheet.graph.NodeId;

/**
 * Of which articles it is not known any more what stands beside them.
 *
 * @param everything whether of any
 * @param articles if not, of which
 */
record Forgotten(boolean everything, Set<NodeId> articles) {

	static final Forgotten EVERYTHING = new Forgotten(true, Set.of());

	static final Forgotten NOTHING = new Forgotten(false, Set.of());

	Forgotten with(Set<NodeId> more) {
		if (this.everything) {
			return this;
		}
		Set<NodeId> all = new HashSet<>(this.articles);
		all.addAll(more);
		return new Forgotten(false, all);
	}

}
