package io.broadsheet.graph;

import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/**
 * The schema's scalars: those of graphql-java-extended-scalars, in the types that this
 * code works with.
 */
@Configuration(proxyBeanMethods = false)
class Scalars {

	@Bean
	RuntimeWiringConfigurer scalarWiring() {
		return (wiring) -> wiring
			.scalar(with(ExtendedScalars.DateTime, new InstantCoercing(ExtendedScalars.DateTime.getCoercing()), """
					A moment in time as RFC 3339 writes it, such as `2026-05-14T08:30:00Z`. Any offset is
					understood; answers are in UTC."""))
			.scalar(with(ExtendedScalars.Date, ExtendedScalars.Date.getCoercing(),
					"A day of the calendar as RFC 3339 writes it, such as `2026-05-14`."))
			.scalar(with(ExtendedScalars.Url, new AddressCoercing(ExtendedScalars.Url.getCoercing()),
					"An absolute web address (RFC 3986), such as `https://example.org/articles/bridge-reopens`."))
			.scalar(GraphQLScalarType.newScalar()
				.name("LanguageTag")
				.description("A language as BCP 47 writes it, such as `en` or `pt-BR`; at most 35 characters.")
				.coercing(new LanguageTagCoercing())
				.build())
			.scalar(with(ExtendedScalars.Json, ExtendedScalars.Json.getCoercing(), "Any JSON value (RFC 8259)."));
	}

	/** The engine takes a scalar's description from here, and not from the SDL. */
	private static GraphQLScalarType with(GraphQLScalarType scalar, Coercing<?, ?> coercing, String description) {
		return scalar.transform((builder) -> builder.coercing(coercing).description(description));
	}

}
