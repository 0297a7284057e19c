package io.broadsheet.gateway;

import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.impl.SchemaUtil;
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

	private volatile @Nullable CostModel model;

	private volatile @Nullable CacheHints hints;

	CostLimit(LimitSettings limits, Refusals refusals) {
		this.limits = limits;
		this.refusals = refusals;
	}

	@Override
	public InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		ExecutionContext context = parameters.getExecutionContext();
		GraphQLObjectType root = SchemaUtil.getOperationRootType(context.getGraphQLSchema(),
				context.getOperationDefinition());
		CostEstimate estimate = new CostEstimate(model(context.getGraphQLSchema()), hints(context.getGraphQLSchema()),
				context);
		Cost cost = new Cost(estimate.of(root), estimate.strict(), this.limits.cost());
		context.getGraphQLContext().put(Cost.class, cost);
		if (context.getOperationDefinition().getOperation() == Operation.QUERY) {
			context.getGraphQLContext().put(CacheHint.class, estimate.hint());
		}
		this.refusals.require(Limit.COST, cost.limit(), cost.requested());
		return SimpleInstrumentationContext.noOp();
	}

	private CacheHints hints(GraphQLSchema schema) {
		CacheHints known = this.hints;
		if (known == null) {
			known = new CacheHints(schema);
			this.hints = known;
		}
		return known;
	}

	/** What everything in a schema costs. */
	CostModel model(GraphQLSchema schema) {
		CostModel known = this.model;
		if (known == null || !known.isOf(schema)) {
			known = new CostModel(schema);
			this.model = known;
		}
		return known;
	}

}
