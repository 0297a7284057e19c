package io.broadsheet.search;

import java.util.Map;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/**
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
 * 2009) with constants for each field: in a headline one mention says nearly everything,
 * in a body repetition still tells.
 */
class FieldSimilarity extends PerFieldSimilarityWrapper {

	private static final Similarity DEFAULT = new BM25Similarity();

	private static final Map<String, Similarity> BY_FIELD = Map.of(FieldNames.HEADLINE, new BM25Similarity(0.3F, 0.5F),
			FieldNames.BRIEF, new BM25Similarity(0.5F, 0.5F), FieldNames.BODY, new BM25Similarity(1.2F, 0.75F));

	@Override
	public Similarity get(String field) {
		return BY_FIELD.getOrDefault(field, DEFAULT);
	}

}
