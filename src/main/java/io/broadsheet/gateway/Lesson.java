package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One of the example queries that GraphiQL opens with.
 *
 * @param query the query, with the comments that teach it
 * @param variables its variables as JSON, or null if it has none
 */
record Lesson(String query, @Nullable String variables) {

	private static final String QUERY = ".graphql";

	private static final String VARIABLES = ".variables.json";

	/** All lessons, in the order of their files' names. */
	static List<Lesson> all() throws IOException {
		Resource[] queries = new PathMatchingResourcePatternResolver()
			.getResources("classpath:graphql/examples/*" + QUERY);
		Arrays.sort(queries,
				Comparator.comparing(Resource::getFilename, Comparator.nullsFirst(Comparator.naturalOrder())));
		Lesson[] lessons = new Lesson[queries.length];
		for (int n = 0; n < lessons.length; n++) {
			lessons[n] = read(queries[n]);
		}
		return List.of(lessons);
	}

	private static Lesson read(Resource query) throws IOException {
		String name = String.valueOf(query.getFilename());
		Resource variables = query.createRelative(name.substring(0, name.length() - QUERY.length()) + VARIABLES);
		return new Lesson(query.getContentAsString(StandardCharsets.UTF_8),
				variables.exists() ? variables.getContentAsString(StandardCharsets.UTF_8) : null);
	}

}
