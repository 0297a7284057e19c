package io.broadsheet.graph;

import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;

/**
 * Gives each operation its {@link OperationDataLoaders}, which load once there is nothing
 * left to fetch without them. The engine's default is to count fields by their level in
 * the document, which costs more and batches no better.
 */
class DataLoading extends SimplePerformantInstrumentation {

	private final DataLoaders loaders;

	DataLoading(DataLoaders loaders) {
		this.loaders = loaders;
	}

	/** What observes loaders was told by then. */
	@Override
	public ExecutionContext instrumentExecutionContext(ExecutionContext context,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		DataLoaderDispatchingContextKeys.setEnableDataLoaderExhaustedDispatching(context.getGraphQLContext(), true);
		OperationDataLoaders own = new OperationDataLoaders(this.loaders, context.getGraphQLContext(),
				context.getDataLoaderRegistry().getInstrumentation());
		return context.transform((builder) -> builder.dataLoaderRegistry(own));
	}

}
