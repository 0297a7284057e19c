package io.broadsheet.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import graphql.execution.ExecutionContext;
import graphql.execution.ValuesResolver;
import graphql.execution.conditional.ConditionalNodes;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.impl.SchemaUtil;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what an operation may answer with, before it is run. Fields are merged as
 * execution merges them, fragments count for the types to which they apply, and of an
 * interface's or union's types the dearest counts. {@link DocumentLimits} bounds the work
 * of it.
 */
final class CostEstimate {

	/** Lists in lists multiply to more than a number has. */
	private static final long MOST = 1_000_000_000_000L;

	private final CostModel model;

	private final ExecutionContext context;

	private final ConditionalNodes conditions = new ConditionalNodes();

	private final CacheHints hints;

	private long strict;

	private CacheHint hint = CacheHint.NONE;

	private CostEstimate(CostModel model, CacheHints hints, ExecutionContext context) {
		this.model = model;
		this.hints = hints;
		this.context = context;
	}

	/** What an operation can cost with its variables. */
	static EstimatedCost of(CostModel model, CacheHints hints, ExecutionContext context) {
		GraphQLObjectType root = SchemaUtil.getOperationRootType(context.getGraphQLSchema(),
				context.getOperationDefinition());
		CostEstimate estimate = new CostEstimate(model, hints, context);
		long most = estimate.object(root, List.of(context.getOperationDefinition().getSelectionSet()), FieldSizes.NONE);
		return new EstimatedCost(most, estimate.strict, estimate.hint);
	}

	private long dearest(GraphQLCompositeType type, List<SelectionSet> selections, FieldSizes sizes) {
		long cost = 0;
		for (GraphQLObjectType possible : this.model.possible(type)) {
			cost = Math.max(cost, this.model.object(possible) + object(possible, selections, sizes));
		}
		return cost;
	}

	private long object(GraphQLObjectType type, List<SelectionSet> selections, FieldSizes sizes) {
		Map<String, List<Field>> merged = new LinkedHashMap<>();
		selections.forEach((selection) -> collect(type, selection, merged));
		long cost = 0;
		for (List<Field> fields : merged.values()) {
			cost = sum(cost, field(type, fields, sizes));
		}
		return cost;
	}

	private long field(GraphQLObjectType parent, List<Field> merged, FieldSizes sizes) {
		Field field = merged.getFirst();
		this.hint = this.hint.and(this.hints.of(parent, field.getName()));
		FieldCost cost = this.model.field(parent, field.getName());
		if (cost == null) {
			return 0;
		}
		this.strict += cost.strict() ? 1 : 0;
		GraphQLFieldDefinition definition = CostModel.definition(parent, field.getName());
		if (!(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type)) {
			return cost.weight();
		}
		boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
		long size = size(field, definition, cost);
		List<SelectionSet> selections = new ArrayList<>(merged.size());
		merged.forEach((one) -> selections.add(one.getSelectionSet()));
		long item = dearest(type, selections, new FieldSizes(cost.sizedFields(), size));
		return sum(cost.weight(), product(list ? sizes.of(field.getName(), size) : 1, item));
	}

	private long size(Field field, GraphQLFieldDefinition definition, FieldCost cost) {
		if (cost.slicingArguments().isEmpty()) {
			return cost.assumedSize();
		}
		List<GraphQLArgument> slicing = definition.getArguments()
			.stream()
			.filter((argument) -> cost.slicingArguments().contains(argument.getName()))
			.toList();
		Map<String, Object> arguments = ValuesResolver.getArgumentValues(slicing, field.getArguments(),
				this.context.getCoercedVariables(), this.context.getGraphQLContext(), this.context.getLocale());
		return cost.slicingArguments()
			.stream()
			.map(arguments::get)
			.filter((value) -> value instanceof Number || value instanceof Collection)
			.mapToLong(CostEstimate::size)
			.max()
			.orElse(cost.assumedSize());
	}

	private static long size(Object argument) {
		return (argument instanceof Collection<?> items) ? items.size() : Math.max(0, ((Number) argument).longValue());
	}

	private void collect(GraphQLObjectType type, SelectionSet selections, Map<String, List<Field>> merged) {
		for (Selection<?> selection : selections.getSelections()) {
			switch (selection) {
				case Field field when isIncluded(field) ->
					merged.computeIfAbsent(field.getResultKey(), (key) -> new ArrayList<>(1)).add(field);
				case InlineFragment inline when isIncluded(inline) ->
					collect(type, inline.getTypeCondition(), inline.getSelectionSet(), merged);
				case FragmentSpread spread when isIncluded(spread) -> {
					FragmentDefinition fragment = this.context.getFragment(spread.getName());
					collect(type, fragment.getTypeCondition(), fragment.getSelectionSet(), merged);
				}
				default -> {
				}
			}
		}
	}

	private void collect(GraphQLObjectType type, @Nullable TypeName condition, SelectionSet selections,
			Map<String, List<Field>> merged) {
		if (this.model.applies(type, (condition != null) ? condition.getName() : null)) {
			collect(type, selections, merged);
		}
	}

	private boolean isIncluded(DirectivesContainer<?> node) {
		return this.conditions.shouldInclude(node, this.context.getCoercedVariables().toMap(),
				this.context.getGraphQLSchema(), this.context.getGraphQLContext());
	}

	private static long sum(long one, long other) {
		return Math.min(MOST, one + other);
	}

	private static long product(long one, long other) {
		return (other != 0 && one > MOST / other) ? MOST : one * other;
	}

}
