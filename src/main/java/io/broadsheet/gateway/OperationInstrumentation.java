package io.broadsheet.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.ExecuteObjectInstrumentationContext;
import graphql.execution.instrumentation.ExecutionStrategyInstrumentationContext;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionStrategyParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.Document;
import graphql.schema.DataFetcher;
import graphql.validation.ValidationError;
import org.jspecify.annotations.Nullable;

/**
 * All instrumentations as one, of which each is only told what it listens to. The
 * engine's own chain asks each of them about everything, five times for every field: on a
 * front page that is tens of thousands of calls for nothing. Of fields only those are
 * told that are fetched by more than reading a property.
 */
class OperationInstrumentation extends SimplePerformantInstrumentation {

	/** What one may listen to; of all else nobody is told. */
	private static final Set<String> HOOKS = Set.of("createStateAsync", "instrumentExecutionInput", "beginExecution",
			"beginParse", "beginValidation", "instrumentExecutionContext", "beginExecuteOperation",
			"beginExecutionStrategy", "beginExecuteObject", "instrumentDataFetcher", "instrumentExecutionResult");

	private final List<Instrumentation> withState;

	private final List<Instrumentation> atInputs;

	private final List<Instrumentation> atExecutions;

	private final List<Instrumentation> atDocuments;

	private final List<Instrumentation> atValidations;

	private final List<Instrumentation> atContexts;

	private final List<Instrumentation> atOperations;

	private final List<Instrumentation> atStrategies;

	private final List<Instrumentation> atObjects;

	private final List<Instrumentation> atFetchers;

	private final List<Instrumentation> atResults;

	/**
	 * @param all in the order in which they are told
	 * @throws IllegalArgumentException if one listens to what nobody is told, or two have
	 * a state
	 */
	OperationInstrumentation(List<Instrumentation> all) {
		all.forEach(OperationInstrumentation::requireHooks);
		this.withState = listeners(all, "createStateAsync");
		if (this.withState.size() > 1) {
			throw new IllegalArgumentException("Only one instrumentation can have a state.");
		}
		this.atInputs = listeners(all, "instrumentExecutionInput");
		this.atExecutions = listeners(all, "beginExecution");
		this.atDocuments = listeners(all, "beginParse");
		this.atValidations = listeners(all, "beginValidation");
		this.atContexts = listeners(all, "instrumentExecutionContext");
		this.atOperations = listeners(all, "beginExecuteOperation");
		this.atStrategies = listeners(all, "beginExecutionStrategy");
		this.atObjects = listeners(all, "beginExecuteObject");
		this.atFetchers = listeners(all, "instrumentDataFetcher");
		this.atResults = listeners(all, "instrumentExecutionResult");
	}

	private static List<Instrumentation> listeners(List<Instrumentation> all, String hook) {
		return all.stream().filter((one) -> hooks(one).contains(hook)).toList();
	}

	private static List<String> hooks(Instrumentation one) {
		return Arrays.stream(one.getClass().getMethods())
			.filter((method) -> !method.getDeclaringClass().getPackageName().startsWith("graphql."))
			.map((method) -> method.getName())
			.filter((name) -> name.startsWith("begin") || name.startsWith("instrument") || name.startsWith("create"))
			.toList();
	}

	private static void requireHooks(Instrumentation one) {
		hooks(one).stream().filter((hook) -> !HOOKS.contains(hook)).findFirst().ifPresent((hook) -> {
			throw new IllegalArgumentException(
					"%s listens to %s, of which nobody is told here.".formatted(one.getClass().getSimpleName(), hook));
		});
	}

	@Override
	public @Nullable CompletableFuture<InstrumentationState> createStateAsync(
			InstrumentationCreateStateParameters parameters) {
		return this.withState.isEmpty() ? null : this.withState.getFirst().createStateAsync(parameters);
	}

	@Override
	public ExecutionInput instrumentExecutionInput(ExecutionInput input, InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		ExecutionInput changed = input;
		for (Instrumentation one : this.atInputs) {
			changed = one.instrumentExecutionInput(changed, parameters, state);
		}
		return changed;
	}

	@Override
	public InstrumentationContext<ExecutionResult> beginExecution(InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		return begun(this.atExecutions, (one) -> one.beginExecution(parameters, state));
	}

	@Override
	public InstrumentationContext<Document> beginParse(InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		return begun(this.atDocuments, (one) -> one.beginParse(parameters, state));
	}

	@Override
	public InstrumentationContext<List<ValidationError>> beginValidation(InstrumentationValidationParameters parameters,
			InstrumentationState state) {
		return begun(this.atValidations, (one) -> one.beginValidation(parameters, state));
	}

	@Override
	public ExecutionContext instrumentExecutionContext(ExecutionContext context,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		ExecutionContext changed = context;
		for (Instrumentation one : this.atContexts) {
			changed = one.instrumentExecutionContext(changed, parameters, state);
		}
		return changed;
	}

	@Override
	public InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		return begun(this.atOperations, (one) -> one.beginExecuteOperation(parameters, state));
	}

	private static <T> InstrumentationContext<T> begun(List<Instrumentation> listeners,
			Function<Instrumentation, @Nullable InstrumentationContext<T>> begin) {
		EndOf<T> end = new EndOf<>();
		for (Instrumentation one : listeners) {
			end.add(begin.apply(one));
		}
		return end.told();
	}

	/** Nobody who listens here waits for the end. */
	@Override
	public ExecutionStrategyInstrumentationContext beginExecutionStrategy(
			InstrumentationExecutionStrategyParameters parameters, InstrumentationState state) {
		for (Instrumentation one : this.atStrategies) {
			one.beginExecutionStrategy(parameters, state);
		}
		return ExecutionStrategyInstrumentationContext.NOOP;
	}

	/** Nor here. */
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
		if (parameters.isTrivialDataFetcher()) {
			return fetcher;
		}
		DataFetcher<?> changed = fetcher;
		for (Instrumentation one : this.atFetchers) {
			changed = one.instrumentDataFetcher(changed, parameters, state);
		}
		return changed;
	}

	@Override
	public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		CompletableFuture<ExecutionResult> changed = CompletableFuture.completedFuture(result);
		for (Instrumentation one : this.atResults) {
			changed = changed.thenCompose((so) -> one.instrumentExecutionResult(so, parameters, state));
		}
		return changed;
	}

}
