package io.broadsheet.related;

import java.util.List;

import io.broadsheet.related.Judgements.Result;

/**
 * How good related stories are, by two protocols.
 *
 * @param whole the results among the whole archive
 * @param earlier the results among earlier articles
 */
record RelevanceTable(List<Result> whole, List<Result> earlier) {

	@Override
	public String toString() {
		return """
				| measure (mean and 95 %% interval) | whole archive, %d queries | only earlier articles, %d queries |
				|---|---|---|
				| nDCG@5 | %s | %s |
				| P@5 | %s | %s |
				| R@10 | %s | %s |
				""".formatted(this.whole.size(), this.earlier.size(), Interval.of(this.whole, Result::ndcg),
				Interval.of(this.earlier, Result::ndcg), Interval.of(this.whole, Result::precision),
				Interval.of(this.earlier, Result::precision), Interval.of(this.whole, Result::recall),
				Interval.of(this.earlier, Result::recall));
	}

}
