package io.broadsheet.gateway;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;

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
		return new FieldCost(weight(field, 0),
				Objects.requireNonNullElse(Directives.number(size, "assumedSize"), USUAL_SIZE),
				Directives.names(size, "slicingArguments"), Set.copyOf(Directives.names(size, "sizedFields")),
				isStrict(field));
	}

	private static boolean isStrict(GraphQLFieldDefinition field) {
		return field.getAppliedDirective("rateLimited") != null;
	}

	/** The weight of a field or type. */
	static int weight(GraphQLDirectiveContainer element, int otherwise) {
		GraphQLAppliedDirective cost = element.getAppliedDirective("cost");
		return Objects.requireNonNullElse(Directives.number(cost, "weight"), otherwise);
	}

}
