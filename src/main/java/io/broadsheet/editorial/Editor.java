package io.broadsheet.editorial;

import java.util.Objects;

import graphql.GraphQLContext;
import io.broadsheet.access.Viewer;

/** Whoever uses a field that needs a permission, and so has a name. */
final class Editor {

	private Editor() {
	}

	/**
	 * The name of the editor who asks.
	 * @param context the operation's context
	 * @return the name
	 */
	static String in(GraphQLContext context) {
		return Objects.requireNonNull(Viewer.in(context).name());
	}

}
