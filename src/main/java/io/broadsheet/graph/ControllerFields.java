package io.broadsheet.graph;

import java.lang.reflect.Method;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;
import org.springframework.util.function.SingletonSupplier;

/**
 * Has methods of controllers called without looking at them anew each time, and those
 * that are {@link InMemory} as properties are read. Subscriptions, whose events may fail,
 * and methods for many objects at once are called as the framework calls them.
 */
class ControllerFields extends GraphQLTypeVisitorStub {

	private static final String SUBSCRIPTION = "Subscription";

	private final BeanFactory controllers;

	/** The schema is there before the controllers, which may need it. */
	ControllerFields(BeanFactory controllers) {
		this.controllers = controllers;
	}

	@Override
	public TraversalControl visitGraphQLFieldDefinition(GraphQLFieldDefinition field,
			TraverserContext<GraphQLSchemaElement> context) {
		GraphQLCodeRegistry.Builder fetchers = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
		FieldCoordinates coordinates = FieldCoordinates.coordinates((GraphQLFieldsContainer) context.getParentNode(),
				field);
		if (fetchers.getDataFetcher(coordinates, field) instanceof SelfDescribingDataFetcher<?> described) {
			DataFetcher<?> quicker = quicker(described, described.asMethod());
			if (quicker != null) {
				fetchers.dataFetcher(coordinates, quicker);
			}
		}
		return TraversalControl.CONTINUE;
	}

	private @Nullable DataFetcher<?> quicker(SelfDescribingDataFetcher<?> described, @Nullable Method method) {
		if (method == null) {
			return null;
		}
		if (method.isAnnotationPresent(InMemory.class)) {
			return new InMemoryFetcher(this.controllers, method);
		}
		SchemaMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, SchemaMapping.class);
		if (mapping == null || mapping.typeName().equals(SUBSCRIPTION)) {
			return null;
		}
		return new MethodFetcher(described, SingletonSupplier.of(() -> this.controllers.getBean(Controllers.class)
			.ready(this.controllers.getBean(method.getDeclaringClass()), method)));
	}

}
