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

	static Forgotten nothing() {
		return new Forgotten(false, new HashSet<>());
	}

	void add(Set<NodeId> more) {
		if (!this.everything) {
			this.articles.addAll(more);
		}
	}

}
