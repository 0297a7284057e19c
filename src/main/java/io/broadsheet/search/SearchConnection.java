package io.broadsheet.search;

import java.util.List;

import io.broadsheet.article.Article;

/**
 * A page of what a search found.
 *
 * @param edges the articles and where they stand
 * @param nodes the articles alone
 * @param page where the page stands
 * @param search the search
 * @param facets what all articles that were found have in common
 */
record SearchConnection(List<SearchEdge> edges, List<Article> nodes, SearchPage page, Search search,
		ArticleFacets facets) {

	/**
	 * An article that was found.
	 *
	 * @param cursor where it stands
	 * @param node the article
	 * @param score how well it fits, between 0 and 1
	 * @param search what it was found by
	 */
	record SearchEdge(String cursor, Article node, double score, Search search) {
	}

}
