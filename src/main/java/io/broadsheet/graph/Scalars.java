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
			.scalar(with(ExtendedScalars.DateTime, new InstantCoercing(ExtendedScalars.DateTime.getCoercing())))
			.scalar(with(ExtendedScalars.Url, new AddressCoercing(ExtendedScalars.Url.getCoercing())))
			.scalar(GraphQLScalarType.newScalar().name("LanguageTag").coercing(new LanguageTagCoercing()).build())
			.scalar(ExtendedScalars.Date)
			.scalar(ExtendedScalars.Json);
	}

	private static GraphQLScalarType with(GraphQLScalarType scalar, Coercing<?, ?> coercing) {
		return scalar.transform((builder) -> builder.coercing(coercing));
	}

}
