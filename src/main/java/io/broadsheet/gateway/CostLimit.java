package io.broadsheet.gateway;

import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
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
		Cost cost = CostEstimate.of(context, root, model(context.getGraphQLSchema()), this.limits.cost());
		context.getGraphQLContext().put(Cost.class, cost);
		this.refusals.require(Limit.COST, cost.limit(), cost.requested());
		return SimpleInstrumentationContext.noOp();
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
