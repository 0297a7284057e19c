package io.broadsheet.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import graphql.GraphQLContext;
import org.jspecify.annotations.Nullable;

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
	 * @param context the operation's context, which knows who is asking
	 * @return the nodes that are there for this reader; the others are missing
	 */
	Map<NodeId, ?> find(Collection<NodeId> ids, Selection selection, GraphQLContext context);

	/**
	 * Finds nodes one by one, for a kind that is kept in memory.
	 * @param ids ids of that kind
	 * @param finder finds one, or null
	 * @param <T> the kind of node
	 * @return those that were found
	 */
	static <T> Map<NodeId, T> found(Collection<NodeId> ids, Function<NodeId, @Nullable T> finder) {
		Map<NodeId, T> found = new HashMap<>();
		for (NodeId id : ids) {
			T node = finder.apply(id);
			if (node != null) {
				found.put(id, node);
			}
		}
		return found;
	}

}
