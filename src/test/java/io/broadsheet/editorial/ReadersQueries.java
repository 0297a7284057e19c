package io.broadsheet.editorial;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;

/**
 * The queries by which a reader can ask for every field of a schema, so that a field that
 * is added later is asked too: small ones, as the gateway's limits demand. Each goes one
 * way from a field of {@code Query} to a type, and selects the plain fields of that. The
 * ways of a few steps are all gone, for each value of the arguments; further on a type is
 * looked at once.
 */
final class ReadersQueries {

	private static final int STEPS = 3;

	private final GraphQLSchema schema;

	private final Map<String, List<String>> values;

	private final Set<String> asked = new HashSet<>();

	/**
	 * @param schema the schema
	 * @param values what to give to arguments, as GraphQL literals, under
	 * {@code Type.field.argument}; others are left out
	 */
	ReadersQueries(GraphQLSchema schema, Map<String, List<String>> values) {
		this.schema = schema;
		this.values = values;
	}

	/** The way to a type, as what a query has before and after its selection. */
	private record Way(String before, String after, GraphQLCompositeType to, int steps) {

		Way by(String step, GraphQLCompositeType next) {
			return new Way(this.before + " { " + step, " }" + this.after, next, this.steps + 1);
		}

	}

	/**
	 * The queries.
	 * @return documents of one operation each
	 */
	List<String> all() {
		List<String> queries = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		Deque<Way> ways = new ArrayDeque<>();
		ways.add(new Way("", "", this.schema.getQueryType(), 0));
		while (!ways.isEmpty()) {
			Way way = ways.remove();
			if (seen.add(way.to().getName()) || way.steps() <= STEPS) {
				follow(way, queries, ways);
			}
		}
		return queries;
	}

	/**
	 * The fields that {@link #all} asked for.
	 * @return them as {@code Type.field}
	 */
	Set<String> asked() {
		return this.asked;
	}

	private void follow(Way way, List<String> queries, Deque<Way> ways) {
		if (!(way.to() instanceof GraphQLObjectType type)) {
			members(way.to()).forEach((member) -> ways.add(way.by("... on " + member.getName(), member)));
			return;
		}
		StringBuilder plain = new StringBuilder("__typename");
		for (GraphQLFieldDefinition field : type.getFields()) {
			for (String call : calls(type, field)) {
				if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType next) {
					ways.add(way.by(call, next));
				}
				else {
					plain.append(' ').append(call);
				}
			}
		}
		queries.add(way.before() + " { " + plain + " }" + way.after());
	}

	private List<GraphQLObjectType> members(GraphQLCompositeType type) {
		return switch (type) {
			case GraphQLInterfaceType anyOf -> this.schema.getImplementations(anyOf);
			case GraphQLUnionType anyOf ->
				anyOf.getTypes().stream().map((member) -> (GraphQLObjectType) member).toList();
			default -> throw new AssertionError(type.getName());
		};
	}

	/** The field with each value of each argument that has values. */
	private List<String> calls(GraphQLCompositeType parent, GraphQLFieldDefinition field) {
		String name = parent.getName() + "." + field.getName();
		this.asked.add(name);
		List<String> calls = List.of("");
		for (GraphQLArgument argument : field.getArguments()) {
			List<String> literals = this.values.get(name + "." + argument.getName());
			if (literals != null) {
				calls = calls.stream()
					.flatMap((call) -> literals.stream().map((one) -> call + argument.getName() + ": " + one + " "))
					.toList();
			}
			else if (GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue()) {
				throw new AssertionError("What shall a reader give to %s(%s: …)?".formatted(name, argument.getName()));
			}
		}
		return calls.stream()
			.map((call) -> field.getName() + (call.isEmpty() ? "" : "(" + call.strip() + ")"))
			.toList();
	}

}
