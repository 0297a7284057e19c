package io.broadsheet.graph;

import java.util.Collection;
import java.util.Map;

import graphql.schema.DataFetchingFieldSelectionSet;

/**
 * Where the nodes of one kind come from, for {@code node} and {@code nodes}. Each feature
 * whose type implements {@code Node} registers one.
 */
public interface NodeSource {

	/** The letter that begins the ids of this kind. */
	char kind();

	/**
	 * Reads nodes together.
	 * @param ids ids of this kind
	 * @param selection what the client wants of each
	 * @return the nodes that are there for this reader; the others are missing
	 */
	Map<NodeId, ?> find(Collection<NodeId> ids, DataFetchingFieldSelectionSet selection);

}
