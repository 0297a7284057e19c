package io.broadsheet.search;

import java.util.Map;
import java.util.function.Function;

/**
 * What the articles of a list have in common, computed for each field when somebody asks.
 *
 * @param counts how many of the list's articles have each value of an index field
 */
record ArticleFacets(Function<String, Map<String, Integer>> counts) {

	Map<String, Integer> of(String field) {
		return this.counts.apply(field);
	}

}
