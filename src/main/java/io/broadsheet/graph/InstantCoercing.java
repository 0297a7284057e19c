package io.broadsheet.graph;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import org.jspecify.annotations.Nullable;

/**
 * {@code DateTime}: read with the offset that it is given with, which controllers that
 * take an instant need not know; written in UTC.
 */
class InstantCoercing implements Coercing<OffsetDateTime, String> {

	private static final String EXPECTATION = " is not a date and time as RFC 3339 writes it, such as \"2026-05-14T08:30:00Z\".";

	private final Coercing<?, ?> dateTime;

	InstantCoercing(Coercing<?, ?> dateTime) {
		this.dateTime = dateTime;
	}

	@Override
	public @Nullable String serialize(Object value, GraphQLContext context, Locale locale) {
		return (String) this.dateTime.serialize(withOffset(value), context, locale);
	}

	@Override
	public OffsetDateTime parseValue(Object input, GraphQLContext context, Locale locale) {
		try {
			return dateTime(this.dateTime.parseValue(input, context, locale));
		}
		catch (CoercingParseValueException ex) {
			throw new CoercingParseValueException("\"" + input + "\"" + EXPECTATION, ex);
		}
	}

	@Override
	public OffsetDateTime parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context,
			Locale locale) {
		try {
			return dateTime(this.dateTime.parseLiteral(input, variables, context, locale));
		}
		catch (CoercingParseLiteralException ex) {
			throw InvalidLiteral.because("This" + EXPECTATION);
		}
	}

	@Override
	public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
		return this.dateTime.valueToLiteral(withOffset(input), context, locale);
	}

	private static Object withOffset(Object value) {
		return (value instanceof Instant instant) ? instant.atOffset(ZoneOffset.UTC) : value;
	}

	private static OffsetDateTime dateTime(@Nullable Object parsed) {
		if (parsed instanceof OffsetDateTime dateTime) {
			return dateTime;
		}
		throw new CoercingParseValueException("This" + EXPECTATION);
	}

}
