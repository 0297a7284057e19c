package io.broadsheet.graph;

import java.lang.reflect.Method;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;

/** Has methods of controllers that are {@link InMemory} called as properties are read. */
class InMemoryFields extends GraphQLTypeVisitorStub {

	private final BeanFactory controllers;

	InMemoryFields(BeanFactory controllers) {
		this.controllers = controllers;
	}

	@Override
	public TraversalControl visitGraphQLFieldDefinition(GraphQLFieldDefinition field,
			TraverserContext<GraphQLSchemaElement> context) {
		GraphQLCodeRegistry.Builder fetchers = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
		FieldCoordinates coordinates = FieldCoordinates.coordinates((GraphQLFieldsContainer) context.getParentNode(),
				field);
		if (fetchers.getDataFetcher(coordinates, field) instanceof SelfDescribingDataFetcher<?> described) {
			Method method = described.asMethod();
			if (method != null && method.isAnnotationPresent(InMemory.class)) {
				fetchers.dataFetcher(coordinates, new InMemoryFetcher(this.controllers, method));
			}
		}
		return TraversalControl.CONTINUE;
	}

}
