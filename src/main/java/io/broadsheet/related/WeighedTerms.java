package io.broadsheet.related;

import java.util.Arrays;

/** What the terms of an article are worth among the articles of one language. */
final class WeighedTerms {

	private final TermCounts terms;

	private final int[] frequencies;

	private final int[] best;

	private final Weights weights;

	/**
	 * @param terms the terms
	 * @param frequencies how many articles have each
	 * @param values what each is worth
	 * @param most how many are compared
	 */
	WeighedTerms(TermCounts terms, int[] frequencies, Best values, int most) {
		this.terms = terms;
		this.frequencies = frequencies;
		this.best = values.best(most);
		this.weights = new Weights(this.best.length);
		for (int index : this.best) {
			this.weights.put(terms.hashes()[index], values.value(index));
		}
	}

	TermCounts terms() {
		return this.terms;
	}

	/** The indexes of those that are compared, the most valuable first. */
	int[] best() {
		return this.best;
	}

	/** What those are worth. */
	Weights weights() {
		return this.weights;
	}

	/** How many articles have the term at an index. */
	int frequencyAt(int index) {
		return this.frequencies[index];
	}

	/** How many articles have a term that is there. */
	int frequency(int hash) {
		return this.frequencies[Arrays.binarySearch(this.terms.hashes(), hash)];
	}

	/** What one of the best is worth. */
	float weight(int index) {
		return this.weights.of(this.terms.hashes()[index]);
	}

	/**
	 * What the article would have in common with one that is its like.
	 * @param indexes by which of its terms
	 * @param lengths how long it is
	 * @param part how they count
	 */
	double own(int[] indexes, Lengths lengths, Formula.Part part) {
		Formula.Fields fields = lengths.divide(part);
		double sum = 0;
		for (int index : indexes) {
			double frequency = Counts.weigh(this.terms.counts()[index], fields);
			sum += weight(index) * frequency / (frequency + part.found());
		}
		return sum;
	}

	/** Adds up what those are worth that another article has. */
	double match(TermCounts others, Lengths lengths, Formula.Part part) {
		Formula.Fields fields = lengths.divide(part);
		double sum = 0;
		for (int i = 0; i < others.size(); i++) {
			double frequency = Counts.weigh(others.counts()[i], fields);
			sum += this.weights.of(others.hashes()[i]) * frequency / (frequency + part.found());
		}
		return sum;
	}

}
