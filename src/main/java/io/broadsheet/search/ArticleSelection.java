package io.broadsheet.search;

import graphql.schema.DataFetchingFieldSelectionSet;
import io.broadsheet.article.ArticleFields;
import org.jspecify.annotations.Nullable;

/** What a selection on a connection wants of its articles. */
final class ArticleSelection {

	private ArticleSelection() {
	}

	/**
	 * The fields of articles that are selected.
	 * @param selection the selection on the connection
	 * @return them, or null if no articles are selected
	 */
	static @Nullable ArticleFields fields(DataFetchingFieldSelectionSet selection) {
		if (!selection.containsAnyOf("nodes", "edges")) {
			return null;
		}
		return ArticleFields.within(selection, "nodes/*", "edges/node/*");
	}

}
