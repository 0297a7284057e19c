package io.broadsheet.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says by {@code @cacheControl} and {@code @cacheTag} of its fields, and of
 * the types that they answer with. What needs a permission is for nobody else.
 */
final class CacheHints {

	private static final String CONTROL = "cacheControl";

	private final Map<String, Map<String, CacheHint>> hints = new HashMap<>();

	CacheHints(GraphQLSchema schema) {
		for (GraphQLNamedType type : schema.getAllTypesAsList()) {
			if (type instanceof GraphQLObjectType object) {
				Map<String, CacheHint> ofFields = new HashMap<>();
				object.getFieldDefinitions().forEach((field) -> ofFields.put(field.getName(), hint(field)));
				this.hints.put(object.getName(), ofFields);
			}
		}
	}

	/** The hint of one field. */
	CacheHint of(GraphQLObjectType parent, String field) {
		return this.hints.getOrDefault(parent.getName(), Map.of()).getOrDefault(field, CacheHint.NONE);
	}

	private static CacheHint hint(GraphQLFieldDefinition field) {
		boolean open = field.getAppliedDirective("requiresPermission") == null;
		GraphQLUnmodifiedType type = GraphQLTypeUtil.unwrapAll(field.getType());
		CacheHint own = new CacheHint(maxAge(field), open && isShared(field), tags(field));
		if (!(type instanceof GraphQLDirectiveContainer answered)) {
			return own;
		}
		CacheHint ofType = new CacheHint((own.maxAge() != null) ? null : maxAge(answered), isShared(answered),
				tags(answered));
		return own.and(ofType);
	}

	private static @Nullable Integer maxAge(GraphQLDirectiveContainer element) {
		return Directives.number(element.getAppliedDirective(CONTROL), "maxAge");
	}

	private static boolean isShared(GraphQLDirectiveContainer element) {
		GraphQLAppliedDirective control = element.getAppliedDirective(CONTROL);
		return control == null || !"PRIVATE".equals(Directives.name(control, "scope"));
	}

	private static Set<String> tags(GraphQLDirectiveContainer element) {
		return Set.copyOf(Directives.names(element.getAppliedDirective("cacheTag"), "names"));
	}

}
