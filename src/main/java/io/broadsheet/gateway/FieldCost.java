package io.broadsheet.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import graphql.language.ArrayValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What the schema says by {@code @cost} and {@code @listSize} of a field.
 *
 * @param weight what it costs whenever it is asked for
 * @param assumedSize how many items it is taken to answer with, if no argument says so
 * @param slicingArguments the arguments that say how many
 * @param sizedFields the fields of the answered object that have so many
 * @param strict whether a client may ask for it more rarely than for others, by
 * {@code @rateLimited}
 */
record FieldCost(int weight, int assumedSize, List<String> slicingArguments, Set<String> sizedFields, boolean strict) {

	private static final int USUAL_SIZE = 10;

	static FieldCost of(GraphQLFieldDefinition field) {
		GraphQLAppliedDirective size = field.getAppliedDirective("listSize");
		if (size == null) {
			return new FieldCost(weight(field, 0), USUAL_SIZE, List.of(), Set.of(), isStrict(field));
		}
		return new FieldCost(weight(field, 0), number(value(size, "assumedSize"), USUAL_SIZE),
				names(value(size, "slicingArguments")), Set.copyOf(names(value(size, "sizedFields"))), isStrict(field));
	}

	private static boolean isStrict(GraphQLFieldDefinition field) {
		return field.getAppliedDirective("rateLimited") != null;
	}

	/** The weight of a field or type. */
	static int weight(GraphQLDirectiveContainer element, int otherwise) {
		GraphQLAppliedDirective cost = element.getAppliedDirective("cost");
		return (cost != null) ? number(value(cost, "weight"), otherwise) : otherwise;
	}

	private static @Nullable Object value(GraphQLAppliedDirective directive, String argument) {
		return directive.getArgument(argument).getArgumentValue().getValue();
	}

	private static int number(@Nullable Object value, int otherwise) {
		if (value instanceof IntValue literal) {
			return literal.getValue().intValueExact();
		}
		return (value instanceof Integer number) ? number : otherwise;
	}

	private static List<String> names(@Nullable Object value) {
		List<String> names = new ArrayList<>();
		if (value instanceof ArrayValue literal) {
			literal.getValues().forEach((name) -> names.add(name(name)));
		}
		else if (value instanceof List<?> list) {
			list.forEach((name) -> names.add(String.valueOf(name)));
		}
		return names;
	}

	private static String name(Value<?> value) {
		return (value instanceof StringValue name) ? String.valueOf(name.getValue()) : value.toString();
	}

}
