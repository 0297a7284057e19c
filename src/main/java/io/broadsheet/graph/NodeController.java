package io.broadsheet.graph;

import java.util.List;
import java.util.Map;

import graphql.GraphQLContext;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** {@code Query.node} and {@code Query.nodes}. */
@Controller
class NodeController {

	private static final int MAX_IDS = 100;

	private final Nodes nodes;

	NodeController(Nodes nodes) {
		this.nodes = nodes;
	}

	@QueryMapping
	@Nullable Object node(@Argument String id, Selection selection, GraphQLContext context) {
		NodeId nodeId = new NodeId(id);
		return this.nodes.find(List.of(nodeId), selection, context).get(nodeId);
	}

	@QueryMapping
	List<@Nullable Object> nodes(@Argument List<String> ids, Selection selection, GraphQLContext context) {
		if (ids.size() > MAX_IDS) {
			throw new Problem.BadUserInput(
					"%d ids are asked for at once, at most %d are possible.".formatted(ids.size(), MAX_IDS), "ids");
		}
		List<NodeId> nodeIds = ids.stream().map(NodeId::new).toList();
		Map<NodeId, Object> found = this.nodes.find(nodeIds, selection, context);
		return nodeIds.stream().<@Nullable Object>map(found::get).toList();
	}

}
