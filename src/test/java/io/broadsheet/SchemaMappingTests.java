package io.broadsheet;

import java.util.ArrayList;
import java.util.List;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLFieldsContainer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.SchemaReport;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class SchemaMappingTests {

	@Autowired
	private InspectedSchema inspected;

	@Test
	void everyFieldAndArgumentIsMappedAndEveryMappingHasItsField() {
		SchemaReport report = this.inspected.report();

		assertThat(report.unmappedFields()).isEmpty();
		assertThat(report.unmappedRegistrations()).isEmpty();
		assertThat(report.unmappedArguments()).isEmpty();
		assertThat(report.fieldNullnessErrors()).isEmpty();
		assertThat(report.argumentNullnessErrors()).isEmpty();
	}

	@Test
	void everyElementOfTheSchemaIsDescribed() {
		GraphQLSchema schema = this.inspected.report().schema();
		List<String> undescribed = new ArrayList<>();
		schema.getAllTypesAsList()
			.stream()
			.filter((type) -> !type.getName().startsWith("__"))
			.forEach((type) -> collectUndescribed(type, undescribed));

		assertThat(undescribed).isEmpty();
	}

	private static void collectUndescribed(GraphQLNamedType type, List<String> undescribed) {
		check(type, "", undescribed);
		String within = type.getName() + ".";
		if (type instanceof GraphQLFieldsContainer container) {
			for (GraphQLFieldDefinition field : container.getFieldDefinitions()) {
				check(field, within, undescribed);
				for (GraphQLArgument argument : field.getArguments()) {
					check(argument, within + field.getName() + ".", undescribed);
				}
			}
		}
		if (type instanceof GraphQLInputObjectType input) {
			input.getFieldDefinitions().forEach((field) -> check(field, within, undescribed));
		}
		if (type instanceof GraphQLEnumType options) {
			options.getValues().forEach((option) -> check(option, within, undescribed));
		}
	}

	private static void check(GraphQLNamedSchemaElement element, String within, List<String> undescribed) {
		if (element.getDescription() == null || element.getDescription().isBlank()) {
			undescribed.add(within + element.getName());
		}
	}

}
