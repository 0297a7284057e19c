package io.broadsheet.editorial;

import java.util.List;
import java.util.function.IntSupplier;

import io.broadsheet.graph.Edge;
import io.broadsheet.graph.PageInfo;

/**
 * A page of a list of drafts.
 *
 * @param edges the drafts and where they stand
 * @param nodes the drafts alone
 * @param pageInfo where the page stands
 * @param total counts the drafts of the list when somebody asks for it
 */
record DraftConnection(List<Edge<Draft>> edges, List<Draft> nodes, PageInfo pageInfo, IntSupplier total) {

	DraftConnection(List<Edge<Draft>> edges, PageInfo pageInfo, IntSupplier total) {
		this(edges, edges.stream().map(Edge::node).toList(), pageInfo, total);
	}

}
