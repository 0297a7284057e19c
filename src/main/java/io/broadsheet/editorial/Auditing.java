package io.broadsheet.editorial;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
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
import io.broadsheet.access.Permission;
import io.broadsheet.access.Viewer;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.validation.BindException;

/**
 * Records every editor's mutation in the {@link AuditLog}, in one place, so that none can
 * forget it: whatever field of {@code Mutation} needs a permission is noted before it is
 * done, and recorded once it is done and before it is answered. What the log cannot take
 * is not acknowledged.
 */
class Auditing extends GraphQLTypeVisitorStub {

	private static final String MUTATIONS = "Mutation";

	/** What the inputs call that which they are about. */
	private static final List<String> TARGETS = List.of("id", "from", "draft");

	private final BegunActions actions;

	Auditing(BegunActions actions) {
		this.actions = actions;
	}

	@Override
	public TraversalControl visitGraphQLFieldDefinition(GraphQLFieldDefinition field,
			TraverserContext<GraphQLSchemaElement> context) {
		Permission needed = Permission.neededBy(field);
		if (needed != null && context.getParentNode() instanceof GraphQLObjectType type
				&& type.getName().equals(MUTATIONS)) {
			GraphQLCodeRegistry.Builder registry = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
			FieldCoordinates coordinates = FieldCoordinates.coordinates(type, field);
			DataFetcher<?> fetcher = registry.getDataFetcher(coordinates, field);
			registry.dataFetcher(coordinates, (DataFetcher<?>) (environment) -> fetch(fetcher, needed, environment));
		}
		return TraversalControl.CONTINUE;
	}

	private @Nullable Object fetch(DataFetcher<?> fetcher, Permission needed, DataFetchingEnvironment environment)
			throws Exception {
		Viewer viewer = Viewer.in(environment.getGraphQlContext());
		if (!viewer.may(needed)) {
			// Nothing is begun for whoever is about to be refused.
			return fetcher.get(environment);
		}
		AuditEntry begun = this.actions.begin(action(viewer, environment));
		try {
			return switch (fetcher.get(environment)) {
				case CompletionStage<?> stage -> stage.whenComplete((payload, ex) -> failed(begun, ex))
					.thenApply((payload) -> recorded(payload, begun));
				case Mono<?> mono ->
					mono.doOnError((ex) -> failed(begun, ex)).map((payload) -> recorded(payload, begun));
				case null -> recorded(null, begun);
				case Object payload -> recorded(payload, begun);
			};
		}
		catch (Problem | BindException ex) {
			failed(begun, ex);
			throw ex;
		}
	}

	private static AuditEntry.Done action(Viewer viewer, DataFetchingEnvironment environment) {
		Map<String, Object> input = Objects.requireNonNullElse(environment.getArgument("input"), Map.of());
		return new AuditEntry.Done(Objects.requireNonNullElse(viewer.name(), "unknown"),
				environment.getField().getName(), target(input), expectedRevision(input), null);
	}

	private EditorsPayload recorded(@Nullable Object answer, AuditEntry begun) {
		if (!(answer instanceof EditorsPayload payload)) {
			throw new IllegalStateException("%s does not tell the audit log what it did".formatted(begun.action()));
		}
		if (payload.errors().isEmpty()) {
			this.actions.record(begun.on(payload.about(), payload.note()));
		}
		else {
			this.actions.forget(begun);
		}
		return payload;
	}

	/** Only of what is wrong with a request it is known that nothing was done. */
	private void failed(AuditEntry begun, @Nullable Throwable failure) {
		Throwable cause = (failure instanceof CompletionException) ? failure.getCause() : failure;
		if (cause instanceof Problem.BadUserInput || cause instanceof BindException) {
			this.actions.forget(begun);
		}
	}

	/** What an input is about, as far as it says so. */
	private static @Nullable NodeId target(Map<String, Object> input) {
		return TARGETS.stream()
			.map(input::get)
			.filter((value) -> value instanceof String text && NodeId.isWellFormed(text))
			.map((value) -> new NodeId(value.toString()))
			.findFirst()
			.orElse(null);
	}

	private static @Nullable Integer expectedRevision(Map<String, Object> input) {
		return (input.get("expectedRevision") instanceof Integer revision) ? revision : null;
	}

}
