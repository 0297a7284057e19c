package io.broadsheet.editorial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import graphql.GraphQLContext;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Nodes;
import io.broadsheet.graph.Page;
import io.broadsheet.graph.Selection;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** {@code Query.auditLog}. */
@Controller
class AuditLogController {

	private final AuditLog log;

	private final Nodes nodes;

	AuditLogController(AuditLog log, Nodes nodes, BatchLoaderRegistry loaders) {
		this.log = log;
		this.nodes = nodes;
		loaders.<Target, Object>forName("auditTargets")
			.registerMappedBatchLoader(
					(targets, environment) -> Mono.fromSupplier(() -> load(targets, context(environment))));
	}

	@QueryMapping
	AuditConnection auditLog(@Argument @Nullable AuditFilter filter, @Argument @Nullable Integer first,
			@Argument @Nullable String after) {
		return this.log.page((filter != null) ? filter : AuditFilter.ALL, Page.of(first, after, null, null));
	}

	@SchemaMapping
	int totalCount(AuditConnection connection) {
		return connection.total().getAsInt();
	}

	@SchemaMapping
	CompletableFuture<@Nullable Object> target(AuditEntry entry, Selection selection,
			DataLoader<Target, @Nullable Object> auditTargets) {
		if (entry.targetId() == null) {
			return CompletableFuture.completedFuture(null);
		}
		return auditTargets.load(new Target(entry.targetId(), selection));
	}

	private static GraphQLContext context(BatchLoaderEnvironment environment) {
		return Objects.requireNonNull(environment.getContext());
	}

	private Map<Target, Object> load(Set<Target> targets, GraphQLContext context) {
		Map<Target, Object> found = new HashMap<>();
		targets.stream().collect(Collectors.groupingBy(Target::wanted)).forEach((wanted, some) -> {
			List<NodeId> ids = some.stream().map(Target::id).toList();
			Map<NodeId, Object> nodes = this.nodes.find(ids, wanted, context);
			some.stream()
				.filter((target) -> nodes.containsKey(target.id()))
				.forEach((target) -> found.put(target, nodes.get(target.id())));
		});
		return found;
	}

	/**
	 * What an entry is about, as it is looked up.
	 *
	 * @param id its id
	 * @param wanted what the client wants of it
	 */
	record Target(NodeId id, Selection wanted) {
	}

}
