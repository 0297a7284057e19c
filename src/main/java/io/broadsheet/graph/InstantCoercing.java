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
 * {@code DateTime} as an instant: read with any offset, written in UTC.
 */
class InstantCoercing implements Coercing<Instant, String> {

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
	public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
		if (input instanceof Instant instant) {
			return instant;
		}
		try {
			return instant(this.dateTime.parseValue(input, context, locale));
		}
		catch (CoercingParseValueException ex) {
			throw new CoercingParseValueException("\"" + input + "\"" + EXPECTATION, ex);
		}
	}

	@Override
	public Instant parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
		try {
			return instant(this.dateTime.parseLiteral(input, variables, context, locale));
		}
		catch (CoercingParseLiteralException ex) {
			throw new CoercingParseLiteralException("This" + EXPECTATION, ex);
		}
	}

	@Override
	public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
		return this.dateTime.valueToLiteral(withOffset(input), context, locale);
	}

	private static Object withOffset(Object value) {
		return (value instanceof Instant instant) ? instant.atOffset(ZoneOffset.UTC) : value;
	}

	private static Instant instant(@Nullable Object parsed) {
		if (parsed instanceof OffsetDateTime dateTime) {
			return dateTime.toInstant();
		}
		throw new CoercingParseValueException("This" + EXPECTATION);
	}

}
