package io.broadsheet.search;

import io.broadsheet.article.ArticleFields;
import io.broadsheet.graph.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, and what is wanted of its articles.
 *
 * @param list the list
 * @param page the page
 * @param fields what to read of the articles; null if only where they stand matters
 */
record ListRequest(ArticleList list, Page page, @Nullable ArticleFields fields) {
}
