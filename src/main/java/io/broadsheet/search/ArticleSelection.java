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
		boolean hasArticles = selection.getImmediateFields()
			.stream()
			.anyMatch((field) -> field.getName().equals("nodes") || field.getName().equals("edges"));
		if (!hasArticles) {
			return null;
		}
		return ArticleFields.within(selection, "nodes", "edges/node");
	}

}
