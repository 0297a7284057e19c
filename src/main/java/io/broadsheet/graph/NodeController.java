package io.broadsheet.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingFieldSelectionSet;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** {@code Query.node} and {@code Query.nodes}, over the sources of all kinds of nodes. */
@Controller
class NodeController {

	private static final int MAX_IDS = 100;

	private final Map<Character, NodeSource> sources;

	NodeController(List<NodeSource> sources) {
		this.sources = sources.stream().collect(Collectors.toUnmodifiableMap(NodeSource::kind, (source) -> source));
	}

	@QueryMapping
	@Nullable Object node(@Argument String id, DataFetchingFieldSelectionSet selection, GraphQLContext context) {
		NodeId nodeId = new NodeId(id);
		return find(List.of(nodeId), selection, context).get(nodeId);
	}

	@QueryMapping
	List<@Nullable Object> nodes(@Argument List<String> ids, DataFetchingFieldSelectionSet selection,
			GraphQLContext context) {
		if (ids.size() > MAX_IDS) {
			throw new Problem.BadUserInput(
					"%d ids are asked for at once, at most %d are possible.".formatted(ids.size(), MAX_IDS), "ids");
		}
		List<NodeId> nodeIds = ids.stream().map(NodeId::new).toList();
		Map<NodeId, Object> found = find(nodeIds, selection, context);
		return nodeIds.stream().<@Nullable Object>map(found::get).toList();
	}

	private Map<NodeId, Object> find(Collection<NodeId> ids, DataFetchingFieldSelectionSet selection,
			GraphQLContext context) {
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
