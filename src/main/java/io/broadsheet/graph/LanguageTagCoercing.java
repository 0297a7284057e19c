package io.broadsheet.graph;

import java.util.Locale;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseValueException;

/**
 * {@code LanguageTag} in its canonical spelling. The extended scalars' {@code Locale}
 * takes any text for a tag, so that a slip would silently find nothing.
 */
class LanguageTagCoercing implements Coercing<String, String> {

	@Override
	public String serialize(Object value, GraphQLContext context, Locale locale) {
		return value.toString();
	}

	@Override
	public String parseValue(Object input, GraphQLContext context, Locale locale) {
		return LanguageTag.canonical(input.toString())
			.orElseThrow(() -> new CoercingParseValueException(expectation(input.toString())));
	}

	@Override
	public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
		String text = (input instanceof StringValue value) ? String.valueOf(value.getValue()) : "This";
		return LanguageTag.canonical(text).orElseThrow(() -> InvalidLiteral.because(expectation(text)));
	}

	@Override
	public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
		return StringValue.of(input.toString());
	}

	private static String expectation(String text) {
		return "\"%s\" is not a language tag as BCP 47 writes it, such as \"en\" or \"pt-BR\".".formatted(text);
	}

}
