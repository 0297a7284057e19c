package io.broadsheet.gateway;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/** Notes whether it is a query, a mutation or a subscription that is run. */
@Component
class OperationKind extends SimplePerformantInstrumentation {

	/** What was run, or null if the request did not get so far. */
	static @Nullable Operation of(WebGraphQlResponse response) {
		return response.getExecutionInput().getGraphQLContext().get(Operation.class);
	}

	@Override
	public InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		parameters.getExecutionContext()
			.getGraphQLContext()
			.put(Operation.class, parameters.getExecutionContext().getOperationDefinition().getOperation());
		return SimpleInstrumentationContext.noOp();
	}

}
