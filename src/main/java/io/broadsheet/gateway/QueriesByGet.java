package io.broadsheet.gateway;

import java.util.EnumSet;
import java.util.Set;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;

import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a GET changes nothing: a link on anybody's page can make a browser send
 * one. The engine itself is asked which operation it is about to run, since whoever looks
 * for it in the document beforehand may choose another.
 */
@Component
class QueriesByGet extends SimplePerformantInstrumentation {

	/**
	 * Marks a request as one that came by GET.
	 * @param subscriptions whether it may listen, too
	 */
	static void require(WebGraphQlRequest request, boolean subscriptions) {
		Set<Operation> safe = subscriptions ? EnumSet.of(Operation.QUERY, Operation.SUBSCRIPTION)
				: EnumSet.of(Operation.QUERY);
		request.configureExecutionInput((input, builder) -> builder
			.graphQLContext((GraphQLContext.Builder context) -> context.put(QueriesByGet.class, safe))
			.build());
	}

	@Override
	public InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		Operation operation = parameters.getExecutionContext().getOperationDefinition().getOperation();
		Set<Operation> safe = parameters.getExecutionContext().getGraphQLContext().get(QueriesByGet.class);
		if (safe != null && !safe.contains(operation)) {
			throw refusal(operation);
		}
		return SimpleInstrumentationContext.noOp();
	}

	private static RefusedRequest refusal(Operation operation) {
		return (operation == Operation.MUTATION)
				? RefusedRequest.notAllowed("POST", "Only queries are answered to GET: send a mutation by POST.")
				: RefusedRequest.subscription();
	}

}
