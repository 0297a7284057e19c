package io.broadsheet.gateway;

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
 */
record FieldCost(int weight, int assumedSize, List<String> slicingArguments, Set<String> sizedFields) {

	private static final int USUAL_SIZE = 10;

	static FieldCost of(GraphQLFieldDefinition field) {
		GraphQLAppliedDirective size = field.getAppliedDirective("listSize");
		if (size == null) {
			return new FieldCost(weight(field, 0), USUAL_SIZE, List.of(), Set.of());
		}
		return new FieldCost(weight(field, 0), number(value(size, "assumedSize"), USUAL_SIZE),
				names(value(size, "slicingArguments")), Set.copyOf(names(value(size, "sizedFields"))));
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
		return switch (value) {
			case IntValue literal -> literal.getValue().intValueExact();
			case Integer number -> number;
			case null, default -> otherwise;
		};
	}

	private static List<String> names(@Nullable Object value) {
		return switch (value) {
			case ArrayValue literal -> literal.getValues().stream().map(FieldCost::name).toList();
			case List<?> names -> names.stream().map(String::valueOf).toList();
			case null, default -> List.of();
		};
	}

	private static String name(Value<?> value) {
		return (value instanceof StringValue name) ? name.getValue() : value.toString();
	}

}
