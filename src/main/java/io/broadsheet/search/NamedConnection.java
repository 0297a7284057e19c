package io.broadsheet.search;

import java.util.List;

import io.broadsheet.graph.Edge;
import io.broadsheet.graph.PageInfo;

/**
 * A page of authors or topics.
 *
 * @param edges the ones on it and where they stand
 * @param nodes the ones alone
 * @param pageInfo where the page stands
 * @param totalCount how many the list has
 * @param <T> what the list is of
 */
record NamedConnection<T>(List<Edge<T>> edges, List<T> nodes, PageInfo pageInfo, int totalCount) {

	NamedConnection(List<Edge<T>> edges, PageInfo pageInfo, int totalCount) {
		this(edges, edges.stream().map(Edge::node).toList(), pageInfo, totalCount);
	}

}
