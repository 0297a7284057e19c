package io.broadsheet.editorial;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import graphql.GraphQLContext;
import io.broadsheet.access.Permission;
import io.broadsheet.access.Viewer;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.NodeSource;
import io.broadsheet.graph.Page;
import io.broadsheet.graph.Selection;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * {@code Query.draft} and {@code Query.drafts}, and a draft as a node, which there is
 * none of for those who may not see it.
 */
@Controller
class DraftController implements NodeSource {

	private final DraftSteps steps;

	private final DraftLists lists;

	DraftController(DraftSteps steps, DraftLists lists) {
		this.steps = steps;
		this.lists = lists;
	}

	@QueryMapping
	@Nullable Draft draft(@Argument String id) {
		return this.steps.find(NodeId.parse(id, Draft.KIND, "a draft"));
	}

	@QueryMapping
	DraftConnection drafts(@Argument @Nullable DraftFilter filter, @Argument @Nullable DraftOrder orderBy,
			@Argument @Nullable Integer first, @Argument @Nullable String after, GraphQLContext context) {
		String viewer = Objects.requireNonNull(Viewer.in(context).name());
		return this.lists.page((filter != null) ? filter : DraftFilter.ALL,
				(orderBy != null) ? orderBy : DraftOrder.LAST_CHANGED_FIRST, viewer, Page.of(first, after, null, null));
	}

	@SchemaMapping
	int totalCount(DraftConnection connection) {
		return connection.total().getAsInt();
	}

	@Override
	public char kind() {
		return Draft.KIND;
	}

	@Override
	public Map<NodeId, Draft> find(Collection<NodeId> ids, Selection selection, GraphQLContext context) {
		Function<NodeId, @Nullable Draft> finder = Viewer.in(context).may(Permission.EDIT) ? this.steps::find
				: (id) -> null;
		return NodeSource.found(List.copyOf(ids), finder);
	}

}
