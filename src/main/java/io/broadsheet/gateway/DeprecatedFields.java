package io.broadsheet.gateway;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import org.jspecify.annotations.Nullable;

/** Finds the deprecated fields that a valid operation names. */
final class DeprecatedFields {

	private final GraphQLSchema schema;

	private final Map<String, FragmentDefinition> fragments;

	private final Set<String> entered = new HashSet<>();

	private final Set<String> found = new TreeSet<>();

	private DeprecatedFields(GraphQLSchema schema, Map<String, FragmentDefinition> fragments) {
		this.schema = schema;
		this.fragments = fragments;
	}

	/**
	 * Finds them.
	 * @return each as {@code Type.field}
	 */
	static Set<String> in(OperationDefinition operation, Map<String, FragmentDefinition> fragments,
			GraphQLSchema schema) {
		DeprecatedFields fields = new DeprecatedFields(schema, fragments);
		fields.look(operation.getSelectionSet(), switch (operation.getOperation()) {
			case QUERY -> schema.getQueryType();
			case MUTATION -> schema.getMutationType();
			case SUBSCRIPTION -> schema.getSubscriptionType();
		});
		return fields.found;
	}

	private void look(@Nullable SelectionSet selections, @Nullable Object type) {
		if (selections != null) {
			selections.getSelections().forEach((selection) -> look(selection, type));
		}
	}

	private void look(Selection<?> selection, @Nullable Object type) {
		switch (selection) {
			case Field field when type instanceof GraphQLFieldsContainer container -> look(field, container);
			case InlineFragment fragment -> look(fragment.getSelectionSet(), named(fragment.getTypeCondition(), type));
			case FragmentSpread spread when this.entered.add(spread.getName()) -> {
				FragmentDefinition fragment = this.fragments.get(spread.getName());
				if (fragment != null) {
					look(fragment.getSelectionSet(), named(fragment.getTypeCondition(), type));
				}
			}
			default -> {
			}
		}
	}

	private void look(Field field, GraphQLFieldsContainer container) {
		GraphQLFieldDefinition definition = container.getFieldDefinition(field.getName());
		if (definition == null) {
			return;
		}
		if (definition.isDeprecated()) {
			this.found.add(container.getName() + "." + field.getName());
		}
		look(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()));
	}

	private @Nullable Object named(@Nullable TypeName condition, @Nullable Object type) {
		return (condition != null) ? this.schema.getType(condition.getName()) : type;
	}

}
