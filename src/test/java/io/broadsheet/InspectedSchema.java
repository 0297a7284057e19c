package io.broadsheet;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.execution.SchemaReport;

/** What Spring for GraphQL found when it held the schema against the code. */
@TestConfiguration(proxyBeanMethods = false)
public class InspectedSchema {

	private @Nullable SchemaReport report;

	@Bean
	GraphQlSourceBuilderCustomizer inspecting() {
		return (builder) -> builder.inspectSchemaMappings((found) -> this.report = found);
	}

	/** The report, once there is a schema. */
	public SchemaReport report() {
		return Objects.requireNonNull(this.report);
	}

}
