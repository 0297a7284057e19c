package io.broadsheet.editorial;

import java.util.List;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import io.broadsheet.GatewayTest;
import io.broadsheet.InspectedSchema;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;

import static org.assertj.core.api.Assertions.assertThat;

/** No mutation of editors can forget the {@link AuditLog}. */
@GatewayTest
class AuditedMutationsTests {

	@Autowired
	private InspectedSchema inspected;

	@Test
	void everyMutationThatNeedsAPermissionTellsTheLogWhatItDid() {
		GraphQLObjectType mutations = this.inspected.report().schema().getMutationType();
		List<String> silent = mutations.getFieldDefinitions()
			.stream()
			.filter((field) -> field.hasAppliedDirective("requiresPermission"))
			.filter((field) -> !tells(field))
			.map(GraphQLFieldDefinition::getName)
			.toList();

		assertThat(silent).isEmpty();
	}

	private boolean tells(GraphQLFieldDefinition field) {
		return this.inspected.report()
			.dataFetcher(FieldCoordinates.coordinates("Mutation",
					field.getName())) instanceof SelfDescribingDataFetcher<?> fetcher
				&& EditorsPayload.class.isAssignableFrom(fetcher.getReturnType().toClass());
	}

}
