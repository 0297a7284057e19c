package io.broadsheet.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.ExecuteObjectInstrumentationContext;
import graphql.execution.instrumentation.FieldFetchingInstrumentationContext;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionStrategyParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldCompleteParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.schema.DataFetcher;

/**
 * All instrumentations as one. The engine's own chain asks each of them five times for
 * every field, and nearly all only care for operations as a whole: on a front page that
 * is tens of thousands of calls for nothing. Here objects are told to who listens to
 * them, and of fields only those are that are fetched by more than reading a property.
 */
class OperationInstrumentation extends ChainedInstrumentation {

	/** What nobody may listen to. */
	private static final Set<String> AT_FIELDS = Set.of("beginFieldExecution", "beginFieldFetch", "beginFieldFetching",
			"beginFieldCompletion", "beginFieldListCompletion");

	private final List<Instrumentation> atObjects;

	OperationInstrumentation(List<Instrumentation> all) {
		super(all);
		for (Instrumentation one : all) {
			if (AT_FIELDS.stream().anyMatch((hook) -> listens(one, hook))) {
				throw new IllegalArgumentException("%s listens to every field, of which none is told here."
					.formatted(one.getClass().getSimpleName()));
			}
		}
		this.atObjects = all.stream().filter((one) -> listens(one, "beginExecuteObject")).toList();
	}

	private static boolean listens(Instrumentation one, String hook) {
		return Arrays.stream(one.getClass().getMethods())
			.filter((method) -> method.getName().equals(hook))
			.anyMatch((method) -> !method.getDeclaringClass().getPackageName().startsWith("graphql."));
	}

	/** None of those who listen here has a state of its own, or waits for the end. */
	@Override
	public ExecuteObjectInstrumentationContext beginExecuteObject(InstrumentationExecutionStrategyParameters parameters,
			InstrumentationState state) {
		for (Instrumentation one : this.atObjects) {
			one.beginExecuteObject(parameters, state);
		}
		return ExecuteObjectInstrumentationContext.NOOP;
	}

	@Override
	public DataFetcher<?> instrumentDataFetcher(DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters,
			InstrumentationState state) {
		return parameters.isTrivialDataFetcher() ? fetcher : super.instrumentDataFetcher(fetcher, parameters, state);
	}

	@Override
	public InstrumentationContext<Object> beginFieldExecution(InstrumentationFieldParameters parameters,
			InstrumentationState state) {
		return SimpleInstrumentationContext.noOp();
	}

	@Override
	public FieldFetchingInstrumentationContext beginFieldFetching(InstrumentationFieldFetchParameters parameters,
			InstrumentationState state) {
		return FieldFetchingInstrumentationContext.NOOP;
	}

	@Override
	public InstrumentationContext<Object> beginFieldCompletion(InstrumentationFieldCompleteParameters parameters,
			InstrumentationState state) {
		return SimpleInstrumentationContext.noOp();
	}

	@Override
	public InstrumentationContext<Object> beginFieldListCompletion(InstrumentationFieldCompleteParameters parameters,
			InstrumentationState state) {
		return SimpleInstrumentationContext.noOp();
	}

}
