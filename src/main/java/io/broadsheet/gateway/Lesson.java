package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import graphql.analysis.QueryTraversalOptions;
import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.CoercedVariables;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import io.broadsheet.access.Permission;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One of the example queries that GraphiQL opens with.
 *
 * @param query the query, with the comments that teach it
 * @param variables its variables as JSON, or null if it has none
 * @param permissions what whoever runs it needs; nothing if it is for readers
 */
record Lesson(String query, @Nullable String variables, Set<Permission> permissions) {

	private static final String QUERY = ".graphql";

	private static final String VARIABLES = ".variables.json";

	/**
	 * All lessons, in the order of their files' names.
	 * @param schema the schema, which says what their fields need
	 */
	static List<Lesson> all(GraphQLSchema schema) throws IOException {
		Resource[] queries = new PathMatchingResourcePatternResolver()
			.getResources("classpath:graphql/examples/*" + QUERY);
		Arrays.sort(queries,
				Comparator.comparing(Resource::getFilename, Comparator.nullsFirst(Comparator.naturalOrder())));
		Lesson[] lessons = new Lesson[queries.length];
		for (int n = 0; n < lessons.length; n++) {
			lessons[n] = read(queries[n], schema);
		}
		return List.of(lessons);
	}

	private static Lesson read(Resource file, GraphQLSchema schema) throws IOException {
		String name = String.valueOf(file.getFilename());
		Resource variables = file.createRelative(name.substring(0, name.length() - QUERY.length()) + VARIABLES);
		String query = file.getContentAsString(StandardCharsets.UTF_8);
		return new Lesson(query, variables.exists() ? variables.getContentAsString(StandardCharsets.UTF_8) : null,
				permissions(query, schema));
	}

	/** What the fields of a query need, whatever its variables are. */
	private static Set<Permission> permissions(String query, GraphQLSchema schema) {
		Set<Permission> needed = EnumSet.noneOf(Permission.class);
		QueryTraverser.newQueryTraverser()
			.schema(schema)
			.document(Parser.parse(query))
			.coercedVariables(CoercedVariables.emptyVariables())
			.options(QueryTraversalOptions.defaultOptions().coerceFieldArguments(false))
			.build()
			.visitPreOrder(new QueryVisitorStub() {
				@Override
				public void visitField(QueryVisitorFieldEnvironment field) {
					Permission permission = Permission.neededBy(field.getFieldDefinition());
					if (permission != null) {
						needed.add(permission);
					}
				}
			});
		return needed;
	}

}
