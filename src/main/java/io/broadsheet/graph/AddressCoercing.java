package io.broadsheet.graph;

import java.net.URL;
import java.util.Locale;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import org.jspecify.annotations.Nullable;

/**
 * {@code Url} as text: checked when it comes in, and not again each time that one of the
 * gateway's own addresses goes out.
 */
class AddressCoercing implements Coercing<String, String> {

	private static final String EXPECTATION = " is not an absolute web address, such as \"https://example.org/articles/bridge-reopens\".";

	private final Coercing<?, ?> url;

	AddressCoercing(Coercing<?, ?> url) {
		this.url = url;
	}

	@Override
	public String serialize(Object value, GraphQLContext context, Locale locale) {
		return value.toString();
	}

	@Override
	public String parseValue(Object input, GraphQLContext context, Locale locale) {
		try {
			return text(this.url.parseValue(input, context, locale));
		}
		catch (CoercingParseValueException ex) {
			throw new CoercingParseValueException("\"" + input + "\"" + EXPECTATION, ex);
		}
	}

	@Override
	public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
		try {
			return text(this.url.parseLiteral(input, variables, context, locale));
		}
		catch (CoercingParseLiteralException ex) {
			throw InvalidLiteral.because("This" + EXPECTATION);
		}
	}

	@Override
	public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
		return this.url.valueToLiteral(input, context, locale);
	}

	private static String text(@Nullable Object parsed) {
		if (parsed instanceof URL url) {
			return url.toExternalForm();
		}
		throw new CoercingParseValueException("This" + EXPECTATION);
	}

}
