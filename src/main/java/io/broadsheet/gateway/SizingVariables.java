package io.broadsheet.gateway;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Node;
import graphql.language.VariableReference;
import org.jspecify.annotations.Nullable;

/**
 * The variables of an operation that say how large its lists are, or whether it has some
 * of its fields: no other changes what it can cost.
 *
 * @param names their names
 */
record SizingVariables(Set<String> names) {

	/**
	 * Those of an operation.
	 * @param context its execution
	 * @param slicingArguments the arguments of fields that say how large lists are
	 */
	static SizingVariables of(ExecutionContext context, Set<String> slicingArguments) {
		Set<String> names = new HashSet<>();
		collect(context.getOperationDefinition().getSelectionSet(), slicingArguments, names);
		context.getFragmentsByName().values().forEach((fragment) -> collect(fragment, slicingArguments, names));
		return new SizingVariables(names);
	}

	private static void collect(Node<?> node, Set<String> slicingArguments, Set<String> names) {
		for (Node<?> child : node.getChildren()) {
			if (child instanceof VariableReference variable) {
				names.add(variable.getName());
			}
			else if (!(child instanceof Argument argument) || node instanceof Directive
					|| slicingArguments.contains(argument.getName())) {
				collect(child, slicingArguments, names);
			}
		}
	}

	/**
	 * What they say. Of lists it is how long they are that counts, and of whatever else
	 * may be large only that it is there.
	 */
	Map<String, @Nullable Object> sizes(CoercedVariables variables) {
		Map<String, @Nullable Object> sizes = new HashMap<>();
		for (String name : this.names) {
			if (variables.containsKey(name)) {
				sizes.put(name, size(variables.get(name)));
			}
		}
		return sizes;
	}

	private static @Nullable Object size(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case Number number -> number;
			case Boolean flag -> flag;
			case Collection<?> items -> items.size();
			default -> "";
		};
	}

}
