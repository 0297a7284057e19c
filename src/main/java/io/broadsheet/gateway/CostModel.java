package io.broadsheet.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import org.jspecify.annotations.Nullable;

/** What everything in a schema costs, read once from its directives. */
final class CostModel {

	private final GraphQLSchema schema;

	private final Map<String, Map<String, FieldCost>> fields = new HashMap<>();

	private final Map<String, Integer> objects = new HashMap<>();

	CostModel(GraphQLSchema schema) {
		this.schema = schema;
		for (GraphQLNamedType type : schema.getAllTypesAsList()) {
			if (type instanceof GraphQLObjectType object && !isIntrospection(object)) {
				this.objects.put(object.getName(), FieldCost.weight(object, 1));
				this.fields.put(object.getName(), fields(object));
			}
		}
	}

	private static Map<String, FieldCost> fields(GraphQLObjectType type) {
		Map<String, FieldCost> costs = new HashMap<>();
		type.getFieldDefinitions().forEach((field) -> costs.put(field.getName(), FieldCost.of(field)));
		return costs;
	}

	/** Whether something only tells of the schema, which costs nothing. */
	private static boolean isIntrospection(GraphQLNamedType type) {
		return type.getName().startsWith("__");
	}

	/** The names of all arguments of fields that say how large lists are. */
	Set<String> slicingArguments() {
		return this.fields.values()
			.stream()
			.flatMap((ofType) -> ofType.values().stream())
			.flatMap((cost) -> cost.slicingArguments().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/** A schema's model is good for that schema only. */
	boolean isOf(GraphQLSchema other) {
		return this.schema.equals(other);
	}

	/** What one object costs. */
	int object(GraphQLObjectType type) {
		return this.objects.getOrDefault(type.getName(), 0);
	}

	/** What a field costs; null if that is nothing, since it tells of the schema. */
	@Nullable FieldCost field(GraphQLObjectType parent, String name) {
		return this.fields.getOrDefault(parent.getName(), Map.of()).get(name);
	}

	/** The definition of a field that {@link #field} knows. */
	static GraphQLFieldDefinition definition(GraphQLObjectType parent, String name) {
		return parent.getFieldDefinition(name);
	}

	/** The types that an object can have where this one is declared. */
	List<GraphQLObjectType> possible(GraphQLCompositeType type) {
		return switch (type) {
			case GraphQLObjectType object -> List.of(object);
			case GraphQLInterfaceType shape -> this.schema.getImplementations(shape);
			case GraphQLUnionType union ->
				union.getTypes().stream().map((member) -> this.schema.getObjectType(member.getName())).toList();
			default -> List.of();
		};
	}

	/** Whether an object of a type is what a fragment is on. */
	boolean applies(GraphQLObjectType object, @Nullable String condition) {
		return condition == null || condition.equals(object.getName())
				|| (this.schema.getType(condition) instanceof GraphQLCompositeType wider
						&& possible(wider).contains(object));
	}

}
