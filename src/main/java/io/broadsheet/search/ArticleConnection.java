package io.broadsheet.search;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import io.broadsheet.article.Article;
import io.broadsheet.graph.Edge;
import io.broadsheet.graph.PageInfo;

/**
 * A page of a list of articles. What else there is to know of the list is computed when
 * somebody asks for it.
 *
 * @param nodes the articles
 * @param edges the articles and where they stand
 * @param place where the page stands
 * @param total how many articles the list has
 * @param facets what the list's articles have in common
 */
record ArticleConnection(List<Article> nodes, Supplier<List<Edge<Article>>> edges, Supplier<PageInfo> place,
		IntSupplier total, ArticleFacets facets) {
}
