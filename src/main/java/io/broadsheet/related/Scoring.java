package io.broadsheet.related;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The full formula, for the candidates of a question:
 *
 * <pre>
 * text  = (stems / best stems + ½ · pairs / best pairs) / 1½
 * score = ((1 − f) · text + f · facts) · decay
 * </pre>
 *
 * where the best are those of the candidates, but at least so much that little text in
 * common never counts as much, and f is small unless the article is very short.
 */
final class Scoring {

	private static final Formula FORMULA = Formula.STANDARD;

	/** Of two alike the newer comes first, whatever their documents' numbers are. */
	private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score)
		.thenComparingLong(Scored::publishedAt)
		.reversed()
		.thenComparingInt(Scored::idHash);

	private final TraitsIndex index;

	private final RelatedSettings settings;

	Scoring(TraitsIndex index, RelatedSettings settings) {
		this.index = index;
		this.settings = settings;
	}

	/** Scores candidates, the best first. */
	List<Scored> score(Question question, List<Candidates.Candidate> candidates) throws IOException {
		List<Parts> parts = new ArrayList<>(candidates.size());
		for (Candidates.Candidate candidate : candidates) {
			Parts of = parts(question, candidate);
			if (!of.isChance(question.asked().traits().lengths().sum())) {
				parts.add(of);
			}
		}
		Parts best = best(question, parts);
		return parts.stream().map((each) -> scored(question, each, best)).sorted(BEST_FIRST).toList();
	}

	private Parts parts(Question question, Candidates.Candidate candidate) throws IOException {
		StoredTraits traits = this.index.traits(candidate.doc());
		return new Parts(candidate.doc(), traits.publishedAt(), traits.idHash(),
				traits.stems(question.stems().weights(), FORMULA.stems()), candidate.pairs(),
				traits.facts(question.facts()));
	}

	private static Parts best(Question question, List<Parts> all) {
		double unit = Math.log(1 + question.articles());
		double stems = enough(question.ownStems(), FORMULA.stemsEvidence() * unit);
		double pairs = enough(question.ownPairs(), FORMULA.pairsEvidence() * Math.pow(unit, FORMULA.pairs().rarity()));
		for (Parts parts : all) {
			stems = Math.max(stems, parts.stems());
			pairs = Math.max(pairs, parts.pairs());
		}
		return new Parts(TraitsIndex.NONE, 0, 0, stems, pairs, 1);
	}

	/** What is enough in common for full marks; of a short text a part is. */
	private static double enough(double own, double evidence) {
		return Math.max(Double.MIN_NORMAL, Math.min(evidence, FORMULA.enoughOfOwn() * own));
	}

	private Scored scored(Question question, Parts parts, Parts best) {
		double decay = this.settings.decay(parts.publishedAt() - question.asked().traits().publishedAt());
		double text = (parts.stems() / best.stems() + FORMULA.pairsShare() * parts.pairs() / best.pairs())
				/ (1 + FORMULA.pairsShare());
		double factor = question.factsShare() * decay;
		return new Scored(parts.doc(), parts.publishedAt(), parts.idHash(), (1 - question.factsShare()) * text * decay,
				factor, factor * parts.facts(), question);
	}

	private record Parts(int doc, long publishedAt, int idHash, double stems, double pairs, double facts) {

		/** Whether only single words are shared, of so many that some must be. */
		boolean isChance(int words) {
			return words >= FORMULA.chance() && this.pairs == 0 && this.facts == 0;
		}

	}

}
