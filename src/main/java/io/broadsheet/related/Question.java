package io.broadsheet.related;

import java.util.List;

/**
 * An article as a question to the articles of one language: what each of its stems, pairs
 * and facts is worth there, and which of them find candidates.
 *
 * @param asked the article
 * @param articles how many articles the language has
 * @param stems what its stems are worth
 * @param pairs what its pairs are worth
 * @param facts what its section, authors and topics are worth, 1 in sum at most
 * @param factsShare what facts weigh beside the text
 * @param seeds the stems and facts that find candidates
 * @param pairSeeds the pairs, all of which do
 * @param pairsFactor what a sum of pairs counts beside one of seeds
 */
record Question(Subject asked, int articles, WeighedTerms stems, WeighedTerms pairs, Weights facts, double factsShare,
		List<Seeds> seeds, PairSeeds pairSeeds, float pairsFactor) {

	/** What the article would have of stems in common with one that is its like. */
	double ownStems() {
		return this.stems.own(this.stems.best(), this.asked.traits().lengths(), Formula.STANDARD.stems());
	}

	/** What it would have of pairs. */
	double ownPairs() {
		return this.pairs.own(this.pairs.best(), this.asked.traits().lengths(), Formula.STANDARD.pairs());
	}

}
