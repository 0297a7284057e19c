package io.broadsheet.graph;

import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;

/** Gives each operation its {@link OperationDataLoaders}. */
class DataLoading extends SimplePerformantInstrumentation {

	private final DataLoaders loaders;

	DataLoading(DataLoaders loaders) {
		this.loaders = loaders;
	}

	/** What observes loaders was told by then. */
	@Override
	public ExecutionContext instrumentExecutionContext(ExecutionContext context,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		OperationDataLoaders own = new OperationDataLoaders(this.loaders, context.getGraphQLContext(),
				context.getDataLoaderRegistry().getInstrumentation());
		return context.transform((builder) -> builder.dataLoaderRegistry(own));
	}

}
