package io.broadsheet.gateway;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import graphql.ExecutionResult;
import graphql.execution.Async;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.execution.incremental.DeferredExecution;
import graphql.execution.incremental.DeferredExecutionSupport.DeferredExecutionSupportImpl;
import graphql.schema.GraphQLObjectType;

/**
 * Executes operations as the engine does, but puts deferred fragments off itself. The
 * engine alone would also put off what is asked for outside of them, and with the id and
 * {@code __typename} that every client adds that is nearly all; and of two fragments at
 * one object it would wait for the data loaders of each forever. All fragments that are
 * put off are told to the operation's {@link DeferredFragments}.
 */
class DeferringStrategy extends AsyncExecutionStrategy {

	DeferringStrategy(DataFetcherExceptionHandler handler) {
		super(handler);
	}

	@Override
	public CompletableFuture<ExecutionResult> execute(ExecutionContext context,
			ExecutionStrategyParameters parameters) {
		return super.execute(context, withoutDeferred(context, parameters));
	}

	@Override
	protected Object executeObject(ExecutionContext context, ExecutionStrategyParameters parameters) {
		return super.executeObject(context, withoutDeferred(context, parameters));
	}

	private ExecutionStrategyParameters withoutDeferred(ExecutionContext context,
			ExecutionStrategyParameters parameters) {
		if (!context.hasIncrementalSupport()
				|| parameters.getFields().getSubFieldsList().stream().noneMatch(MergedField::isDeferred)) {
			return parameters;
		}
		Map<String, MergedField> now = new LinkedHashMap<>();
		Map<DeferredExecution, Set<String>> before = new HashMap<>();
		Map<DeferredExecution, Map<String, MergedField>> later = new LinkedHashMap<>();
		parameters.getFields().getSubFields().forEach((key, field) -> {
			if (isAskedForOutside(field)) {
				now.put(key, MergedField.newMergedField(field.getFields()).build());
				field.getDeferredExecutions()
					.forEach((fragment) -> before.computeIfAbsent(fragment, (deferred) -> new HashSet<>()).add(key));
			}
			else {
				byFragment(field).forEach((fragment,
						part) -> later.computeIfAbsent(fragment, (deferred) -> new LinkedHashMap<>()).put(key, part));
			}
		});
		later.forEach((fragment, fields) -> defer(context, with(fields, parameters), fragment,
				before.getOrDefault(fragment, Set.of())));
		return with(now, parameters);
	}

	/** Each time that a field is asked for within a deferred fragment is counted. */
	private static boolean isAskedForOutside(MergedField field) {
		return field.getFieldsCount() > field.getDeferredExecutions().size();
	}

	/** The fields that were merged stand in the order of the fragments they came from. */
	private static Map<DeferredExecution, MergedField> byFragment(MergedField field) {
		Map<DeferredExecution, MergedField> parts = new LinkedHashMap<>();
		for (int n = 0; n < field.getFieldsCount(); n++) {
			DeferredExecution fragment = field.getDeferredExecutions().get(n);
			MergedField.Builder part = parts.containsKey(fragment)
					? MergedField.newMergedField(parts.get(fragment).getFields()) : MergedField.newMergedField();
			parts.put(fragment, part.addField(field.getFields().get(n)).addDeferredExecution(fragment).build());
		}
		return parts;
	}

	private static ExecutionStrategyParameters with(Map<String, MergedField> fields,
			ExecutionStrategyParameters parameters) {
		MergedSelectionSet selection = MergedSelectionSet.newMergedSelectionSet().subFields(fields).build();
		return parameters.transform((builder) -> builder.fields(selection));
	}

	private void defer(ExecutionContext context, ExecutionStrategyParameters parameters, DeferredExecution fragment,
			Set<String> before) {
		context.getGraphQLContext()
			.<DeferredFragments>get(DeferredFragments.class)
			.add(parameters.getPath().toList(), fragment.getLabel(), before);
		DeferredExecutionSupportImpl deferral = new DeferredExecutionSupportImpl(parameters.getFields(), parameters,
				context, this::resolve, this::step);
		context.getIncrementalCallState().enqueue(deferral.createCalls());
	}

	private CompletableFuture<FieldValueInfo> resolve(ExecutionContext context,
			ExecutionStrategyParameters parameters) {
		return Async.toCompletableFuture(resolveFieldWithInfo(context, parameters));
	}

	private Supplier<ExecutionStepInfo> step(ExecutionContext context, ExecutionStrategyParameters parameters) {
		GraphQLObjectType type = (GraphQLObjectType) parameters.getExecutionStepInfo().getUnwrappedNonNullType();
		return () -> createExecutionStepInfo(context, parameters,
				getFieldDef(context, parameters, parameters.getField().getSingleField()), type);
	}

}
