package io.broadsheet.editorial;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.broadsheet.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Records every editor's mutation in the {@link AuditLog}, in one place, so that none can
 * forget it: whatever field of {@code Mutation} needs a permission is recorded once it is
 * done and before it is answered. What the log cannot take is not acknowledged.
 */
class Auditing extends GraphQLTypeVisitorStub {

	private static final String MUTATIONS = "Mutation";

	private static final String NEEDS_PERMISSION = "requiresPermission";

	private final AuditLog log;

	Auditing(AuditLog log) {
		this.log = log;
	}

	@Override
	public TraversalControl visitGraphQLFieldDefinition(GraphQLFieldDefinition field,
			TraverserContext<GraphQLSchemaElement> context) {
		if (context.getParentNode() instanceof GraphQLObjectType type && type.getName().equals(MUTATIONS)
				&& field.hasAppliedDirective(NEEDS_PERMISSION)) {
			GraphQLCodeRegistry.Builder registry = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
			FieldCoordinates coordinates = FieldCoordinates.coordinates(type, field);
			DataFetcher<?> fetcher = registry.getDataFetcher(coordinates, field);
			registry.dataFetcher(coordinates, (DataFetcher<?>) (environment) -> fetch(fetcher, environment));
		}
		return TraversalControl.CONTINUE;
	}

	private @Nullable Object fetch(DataFetcher<?> fetcher, DataFetchingEnvironment environment) throws Exception {
		Object fetched = fetcher.get(environment);
		return switch (fetched) {
			case CompletionStage<?> stage -> stage.thenApply((payload) -> recorded(payload, environment));
			case Mono<?> mono -> mono.map((payload) -> recorded(payload, environment));
			case null, default -> recorded(fetched, environment);
		};
	}

	private EditorsPayload recorded(@Nullable Object answer, DataFetchingEnvironment environment) {
		String action = environment.getField().getName();
		if (!(answer instanceof EditorsPayload payload)) {
			throw new IllegalStateException("%s does not tell the audit log what it did".formatted(action));
		}
		if (payload.errors().isEmpty()) {
			String by = Objects.requireNonNullElse(Viewer.in(environment.getGraphQlContext()).name(), "unknown");
			this.log.record(
					new AuditEntry.Done(by, action, payload.about(), expectedRevision(environment), payload.note()));
		}
		return payload;
	}

	private static @Nullable Integer expectedRevision(DataFetchingEnvironment environment) {
		Map<String, Object> input = environment.getArgument("input");
		return (input != null && input.get("expectedRevision") instanceof Integer revision) ? revision : null;
	}

}
