package io.broadsheet.access;

import java.util.Objects;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.idl.SchemaDirectiveWiring;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;
import io.broadsheet.graph.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The one place that checks permissions: a field with {@code @requiresPermission} is not
 * fetched for a viewer who lacks it.
 */
class PermissionCheck implements SchemaDirectiveWiring {

	static final String DIRECTIVE = "requiresPermission";

	@Override
	public GraphQLFieldDefinition onField(SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> field) {
		Permission permission = Objects.requireNonNull(Permission.neededBy(field.getElement()));
		return field.setFieldDataFetcher(new CheckedFetcher(permission, field.getFieldDataFetcher()));
	}

	/**
	 * Fetches a field for those who may.
	 *
	 * @param permission what they need
	 * @param fetcher the field's own fetcher
	 */
	private record CheckedFetcher(Permission permission,
			DataFetcher<?> fetcher) implements DataFetcher<@Nullable Object> {

		@Override
		public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
			Viewer viewer = Viewer.in(environment.getGraphQlContext());
			if (!viewer.may(this.permission)) {
				throw new Problem.Forbidden("%s needs the permission %s, which %s."
					.formatted(environment.getField().getName(), this.permission, why(viewer)));
			}
			return this.fetcher.get(environment);
		}

		private static String why(Viewer viewer) {
			return viewer.isReader() ? "readers do not have: sign in as an editor" : viewer.name() + " does not have";
		}

	}

}
