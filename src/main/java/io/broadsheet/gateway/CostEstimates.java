package io.broadsheet.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import graphql.execution.ExecutionContext;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.broadsheet.graph.Caches;
import org.jspecify.annotations.Nullable;

/**
 * What the operations of a schema cost. Documents are parsed once and asked many times,
 * and an operation costs the same with the same {@link SizingVariables}, so that its
 * costs are remembered for as long as its document is.
 */
final class CostEstimates {

	/** Clients ask for a page in a few sizes; who asks in many has each worked out. */
	private static final int MOST_REMEMBERED = 16;

	private final CostModel model;

	private final CacheHints hints;

	private final Cache<OperationDefinition, Remembered> remembered = Caches.newBuilder().weakKeys().build();

	CostEstimates(GraphQLSchema schema) {
		this.model = new CostModel(schema);
		this.hints = new CacheHints(schema);
	}

	/** What everything in the schema costs. */
	CostModel model() {
		return this.model;
	}

	/** What an operation can cost with its variables. */
	EstimatedCost of(ExecutionContext context) {
		Remembered known = this.remembered.get(context.getOperationDefinition(),
				(operation) -> new Remembered(SizingVariables.of(context, this.model.slicingArguments())));
		Map<String, @Nullable Object> sizes = known.variables().sizes(context.getCoercedVariables());
		EstimatedCost cost = known.costs().get(sizes);
		if (cost == null) {
			cost = CostEstimate.of(this.model, this.hints, context);
			if (known.costs().size() < MOST_REMEMBERED) {
				known.costs().put(sizes, cost);
			}
		}
		return cost;
	}

	/**
	 * What is known of an operation.
	 *
	 * @param variables the variables that its cost depends on
	 * @param costs its costs by what these variables say
	 */
	private record Remembered(SizingVariables variables, Map<Map<String, @Nullable Object>, EstimatedCost> costs) {

		Remembered(SizingVariables variables) {
			this(variables, new ConcurrentHashMap<>());
		}

	}

}
