package io.broadsheet.search;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/**
 * How much a word or phrase says, as {@link TextField} and {@link TextScore} have it. How
 * rare it is, is for the search to weigh; so what an article scores depends on nothing
 * but that article and the search, and pages fit together while others come and go.
 */
class FieldSimilarity extends PerFieldSimilarityWrapper {

	private static final Similarity DEFAULT = new BM25Similarity();

	private static final Similarity SCORED = new Scored();

	private static final Map<String, Similarity> BY_FIELD = Arrays.stream(TextField.values())
		.collect(Collectors.toUnmodifiableMap(TextField::fieldName, Saturation::new));

	@Override
	public Similarity get(String field) {
		return FieldNames.TEXT.equals(field) ? SCORED : BY_FIELD.getOrDefault(field, DEFAULT);
	}

	private static final class Saturation extends BM25Similarity {

		private final float usualLength;

		Saturation(TextField field) {
			super(field.k1(), field.b());
			this.usualLength = field.usualLength();
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

	/** Scores by what stands in the index in place of frequencies. */
	private static final class Scored extends Similarity {

		@Override
		public long computeNorm(FieldInvertState state) {
			return 1;
		}

		@Override
		public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
			return new ScoredScorer(boost);
		}

	}

	private static final class ScoredScorer extends Similarity.SimScorer {

		private final float boost;

		ScoredScorer(float boost) {
			this.boost = boost;
		}

		@Override
		public float score(float indexed, long norm) {
			return this.boost * TextScore.of(indexed);
		}

	}

}
