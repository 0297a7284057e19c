package io.broadsheet.search;

import java.util.Map;
import java.util.function.Function;

import org.apache.lucene.search.Query;

/**
 * What the articles of a list have in common, computed for each field when somebody asks.
 *
 * @param counts how many of the list's articles have each value of an index field
 */
record ArticleFacets(Function<String, Map<String, Integer>> counts) {

	/** The facets of what a query selects. */
	static ArticleFacets of(ArticleIndex index, Query query) {
		return new ArticleFacets(
				(field) -> index.remember(query, field, (searcher) -> searcher.search(query, new FieldCounts(field))));
	}

	Map<String, Integer> of(String field) {
		return this.counts.apply(field);
	}

}
