package io.broadsheet.gateway;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.ExecuteObjectInstrumentationContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionStrategyParameters;
import io.broadsheet.graph.Identified;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Collects the {@link AnswerTags} of every answer while it is made: each node in it, and
 * that something is not there that was asked for and could be any day.
 */
@Component
class AnswerContents extends SimplePerformantInstrumentation {

	@Override
	public InstrumentationContext<ExecutionResult> beginExecution(InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		parameters.getGraphQLContext().put(AnswerTags.class, new AnswerTags());
		return SimpleInstrumentationContext.noOp();
	}

	@Override
	public ExecuteObjectInstrumentationContext beginExecuteObject(InstrumentationExecutionStrategyParameters parameters,
			InstrumentationState state) {
		if (parameters.getExecutionStrategyParameters().getSource() instanceof Identified node) {
			AnswerTags tags = parameters.getExecutionContext().getGraphQLContext().get(AnswerTags.class);
			tags.add(node);
		}
		return ExecuteObjectInstrumentationContext.NOOP;
	}

	@Override
	public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		AnswerTags tags = parameters.getGraphQLContext().get(AnswerTags.class);
		if (tags != null && result.getData() instanceof Map<?, ?> data
				&& data.values().stream().anyMatch(AnswerContents::isMissing)) {
			tags.addAnything();
		}
		return CompletableFuture.completedFuture(result);
	}

	private static boolean isMissing(@Nullable Object value) {
		return value == null || (value instanceof Collection<?> items && items.contains(null));
	}

}
