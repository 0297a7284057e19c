package io.broadsheet.search;

import java.util.Map;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/**
 * How much a word in a field says, from nothing to 1: BM25's saturation (Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009) with
 * constants for each field, since in a headline one mention says nearly everything, and
 * in a body repetition still tells. How rare the word is, is for the search to weigh; so
 * what an article scores depends on nothing but that article and the search, and pages
 * fit together while others come and go.
 */
class FieldSimilarity extends PerFieldSimilarityWrapper {

	private static final Similarity DEFAULT = new BM25Similarity();

	private static final Map<String, Similarity> BY_FIELD = Map.of(FieldNames.HEADLINE, new Saturation(0.3F, 0.5F, 9),
			FieldNames.BRIEF, new Saturation(0.5F, 0.5F, 24), FieldNames.BODY, new Saturation(1.2F, 0.75F, 600));

	@Override
	public Similarity get(String field) {
		return BY_FIELD.getOrDefault(field, DEFAULT);
	}

	private static final class Saturation extends BM25Similarity {

		private final float usualLength;

		Saturation(float k1, float b, float usualLength) {
			super(k1, b);
			this.usualLength = usualLength;
		}

		@Override
		protected float idf(long articlesWithWord, long articles) {
			return 1;
		}

		@Override
		protected float avgFieldLength(CollectionStatistics statistics) {
			return this.usualLength;
		}

	}

}
