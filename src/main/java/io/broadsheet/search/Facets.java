package io.broadsheet.search;

import org.apache.lucene.search.Query;

import org.springframework.stereotype.Component;

/** Facets of what queries select, remembered until the index changes. */
@Component
class Facets {

	private final ArticleIndex index;

	private final FieldCounts counts;

	Facets(ArticleIndex index, FieldCounts counts) {
		this.index = index;
		this.counts = counts;
	}

	/** The facets of what a query selects. */
	ArticleFacets of(Query query) {
		return new ArticleFacets(
				(field) -> this.index.remember(query, field, (searcher) -> this.counts.of(searcher, query, field)));
	}

}
