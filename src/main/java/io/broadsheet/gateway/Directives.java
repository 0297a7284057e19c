package io.broadsheet.gateway;

import java.util.ArrayList;
import java.util.List;

import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.GraphQLAppliedDirective;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of directives in the schema, which are literals of the SDL or
 * values.
 */
final class Directives {

	private Directives() {
	}

	/** A whole number; null if it is not given. */
	static @Nullable Integer number(@Nullable GraphQLAppliedDirective directive, String argument) {
		Object value = value(directive, argument);
		if (value instanceof IntValue literal) {
			return literal.getValue().intValueExact();
		}
		return (value instanceof Integer number) ? number : null;
	}

	/** A name; null if it is not given. */
	static @Nullable String name(@Nullable GraphQLAppliedDirective directive, String argument) {
		Object value = value(directive, argument);
		return (value != null) ? text(value) : null;
	}

	/** A list of names; empty if it is not given. */
	static List<String> names(@Nullable GraphQLAppliedDirective directive, String argument) {
		List<String> names = new ArrayList<>();
		Object value = value(directive, argument);
		if (value instanceof ArrayValue literal) {
			literal.getValues().forEach((name) -> names.add(text(name)));
		}
		else if (value instanceof List<?> list) {
			list.forEach((name) -> names.add(String.valueOf(name)));
		}
		return names;
	}

	private static @Nullable Object value(@Nullable GraphQLAppliedDirective directive, String argument) {
		return (directive != null) ? directive.getArgument(argument).getArgumentValue().getValue() : null;
	}

	private static String text(Object value) {
		return switch (value) {
			case StringValue literal -> String.valueOf(literal.getValue());
			case EnumValue literal -> literal.getName();
			case Value<?> other -> other.toString();
			default -> String.valueOf(value);
		};
	}

}
