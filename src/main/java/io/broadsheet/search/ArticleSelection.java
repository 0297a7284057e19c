package io.broadsheet.search;

import io.broadsheet.article.ArticleFields;
import io.broadsheet.graph.Selection;
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
	static @Nullable ArticleFields fields(Selection selection) {
		if (!selection.contains("nodes") && !selection.contains("edges")) {
			return null;
		}
		return ArticleFields.of(selection.at("nodes").and(selection.at("edges/node")));
	}

}
