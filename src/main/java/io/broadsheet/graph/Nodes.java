package io.broadsheet.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import graphql.GraphQLContext;

import org.springframework.stereotype.Component;

/** Nodes of all kinds, each from its {@link NodeSource}. */
@Component
public class Nodes {

	private final Map<Character, NodeSource> sources;

	Nodes(List<NodeSource> sources) {
		this.sources = sources.stream().collect(Collectors.toUnmodifiableMap(NodeSource::kind, (source) -> source));
	}

	/**
	 * Reads nodes, those of one kind together.
	 * @param ids ids of any kinds
	 * @param selection what the client wants of each
	 * @param context the operation's context, which knows who is asking
	 * @return those that are there for this reader
	 */
	public Map<NodeId, Object> find(Collection<NodeId> ids, Selection selection, GraphQLContext context) {
		Map<NodeId, Object> found = new HashMap<>();
		ids.stream()
			.distinct()
			.filter((id) -> this.sources.containsKey(id.kind()))
			.collect(Collectors.groupingBy(NodeId::kind))
			.forEach((kind, ofKind) -> found.putAll(source(kind).find(ofKind, selection, context)));
		return found;
	}

	private NodeSource source(char kind) {
		NodeSource source = this.sources.get(kind);
		if (source == null) {
			throw new IllegalStateException("No source of nodes of kind " + kind);
		}
		return source;
	}

}
