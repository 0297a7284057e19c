package io.broadsheet.gateway;

import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Knows what each operation costs before its first field is fetched, and refuses those
 * that cost too much, on every transport.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CostLimit extends SimplePerformantInstrumentation {

	private final LimitSettings limits;

	private final Refusals refusals;

	private volatile @Nullable CostEstimates estimates;

	CostLimit(LimitSettings limits, Refusals refusals) {
		this.limits = limits;
		this.refusals = refusals;
	}

	@Override
	public InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		ExecutionContext context = parameters.getExecutionContext();
		EstimatedCost estimate = estimates(context.getGraphQLSchema()).of(context);
		Cost cost = new Cost(estimate.most(), estimate.strict(), this.limits.cost());
		context.getGraphQLContext().put(Cost.class, cost);
		if (context.getOperationDefinition().getOperation() == Operation.QUERY) {
			context.getGraphQLContext().put(CacheHint.class, estimate.hint());
		}
		this.refusals.require(Limit.COST, cost.limit(), cost.requested());
		return SimpleInstrumentationContext.noOp();
	}

	/** What everything in a schema costs. */
	CostModel model(GraphQLSchema schema) {
		return estimates(schema).model();
	}

	private CostEstimates estimates(GraphQLSchema schema) {
		CostEstimates known = this.estimates;
		if (known == null || !known.model().isOf(schema)) {
			known = new CostEstimates(schema);
			this.estimates = known;
		}
		return known;
	}

}
