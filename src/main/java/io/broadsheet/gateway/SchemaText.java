package io.broadsheet.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.DirectiveInfo;
import graphql.schema.idl.SchemaPrinter;

import org.springframework.util.DigestUtils;

/**
 * The schema in GraphQL's schema language.
 *
 * @param text the text
 * @param entityTag what stands for the text in HTTP, a strong validator
 */
public record SchemaText(String text, String entityTag) {

	/**
	 * The specification's youngest directives, which clients' tools learn from the text.
	 */
	private static final Set<String> UNKNOWN_TO_SOME = Set.of("defer", "oneOf");

	/**
	 * Prints a schema, in an order that depends on nothing but its names.
	 * @param schema the schema
	 * @return its text
	 */
	public static SchemaText of(GraphQLSchema schema) {
		SchemaPrinter.Options options = SchemaPrinter.Options.defaultOptions()
			.includeDirectiveDefinition(
					(name) -> !DirectiveInfo.isGraphqlSpecifiedDirective(name) || UNKNOWN_TO_SOME.contains(name));
		String text = new SchemaPrinter(options).print(schema);
		return new SchemaText(text, '"' + DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8)) + '"');
	}

}
