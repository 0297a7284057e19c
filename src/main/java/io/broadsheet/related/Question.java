package io.broadsheet.related;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.broadsheet.graph.NodeId;

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
 * @param seeds what finds candidates
 */
record Question(Traits asked, int articles, Weights stems, Weights pairs, Weights facts, double factsShare,
		List<Seed> seeds) {

	/**
	 * A term that finds candidates.
	 *
	 * @param field the index's field with the term
	 * @param hash the term
	 * @param weight what it is worth in full
	 * @param saturation how much of that it is worth by its frequency
	 */
	record Seed(String field, int hash, float weight, Frequency.Saturation saturation) {
	}

	/** Builds a question from what the index knows of the terms. */
	static final class Builder {

		private static final Formula FORMULA = Formula.STANDARD;

		private static final Frequency.Saturation STEMS = new Frequency.Saturation(FORMULA.stems().found());

		private static final Frequency.Saturation PAIRS = new Frequency.Saturation(FORMULA.pairs().found());

		private static final Frequency.Saturation FACTS = new Frequency.Saturation(0);

		private final Lexicon lexicon;

		private final Traits asked;

		private final String language;

		private final int articles;

		private final double factsShare;

		private final List<Seed> seeds = new ArrayList<>();

		/**
		 * @param language the language of the articles that are asked
		 */
		Builder(Lexicon lexicon, Traits asked, String language) throws IOException {
			this.lexicon = lexicon;
			this.asked = asked;
			this.language = language;
			this.articles = lexicon.articles(language);
			this.factsShare = FORMULA.factsShare(asked.lengths().sum(), this.articles);
		}

		Question build() throws IOException {
			double text = (1 - this.factsShare) / (1 + FORMULA.pairsShare());
			Weights stems = weigh(this.asked.stems(), FORMULA.stems(), RelatedFields.stems(this.language),
					RelatedFields.stems(this.asked.primaryLanguage()), this.articles, text, STEMS);
			Weights pairs = weigh(this.asked.pairs(), FORMULA.pairs(), RelatedFields.pairs(this.language),
					RelatedFields.pairs(this.asked.primaryLanguage()), FORMULA.rarePair(this.articles),
					text * FORMULA.pairsShare(), PAIRS);
			return new Question(this.asked, this.articles, stems, pairs, weighFacts(), this.factsShare,
					List.copyOf(this.seeds));
		}

		private Weights weigh(TermCounts terms, Formula.Part part, String field, String ownField, int mostHaving,
				double share, Frequency.Saturation saturation) throws IOException {
			boolean own = field.equals(ownField);
			int[] here = this.lexicon.frequencies(field, terms.hashes());
			int[] there = own ? here : this.lexicon.frequencies(ownField, terms.hashes());
			Best best = new Best(terms.size());
			for (int i = 0; i < terms.size(); i++) {
				if (here[i] > (own ? 1 : 0) && here[i] <= mostHaving) {
					double idf = Formula.idf(this.articles, own ? here[i] : Math.max(here[i], there[i]));
					double frequency = Counts.weigh(terms.counts()[i], part.fields().headline(), part.fields().brief(),
							part.fields().body());
					best.add(i, frequency / (frequency + part.asked()) * Math.pow(idf, part.rarity()));
				}
			}
			int[] chosen = best.best(part.most());
			Weights weights = new Weights(chosen.length);
			Formula.Fields fields = this.asked.lengths().divide(part);
			List<Integer> rare = new ArrayList<>();
			double ownRare = 0;
			for (int index : chosen) {
				weights.put(terms.hashes()[index], best.value(index));
				double frequency = Counts.weigh(terms.counts()[index], fields.headline(), fields.brief(),
						fields.body());
				double worth = best.value(index) * frequency / (frequency + part.found());
				weights.addOwn(worth);
				if (rare.size() < part.seeds() && here[index] <= FORMULA.rare(this.articles)) {
					rare.add(index);
					ownRare += worth;
				}
			}
			for (int index : rare) {
				float weight = (float) (share * best.value(index) / ownRare);
				this.seeds.add(new Seed(field, terms.hashes()[index], weight, saturation));
			}
			return weights;
		}

		private Weights weighFacts() throws IOException {
			List<NodeId> topics = this.asked.topics();
			Weights weights = new Weights(topics.size() + this.asked.authors().size() + 1);
			double[] rarities = new double[topics.size()];
			double sum = Math.log(2);
			double all = 0;
			for (int i = 0; i < rarities.length; i++) {
				rarities[i] = rarity(topics.get(i));
				all += rarities[i];
			}
			for (int i = 0; i < rarities.length; i++) {
				addFact(weights, topics.get(i), FORMULA.topics() * rarities[i] / Math.max(sum, all));
			}
			for (NodeId author : this.asked.authors()) {
				addFact(weights, author, FORMULA.authors() * distinction(author) / this.asked.authors().size());
			}
			if (this.asked.section() != null) {
				addFact(weights, this.asked.section(), FORMULA.section() * distinction(this.asked.section()));
			}
			return weights;
		}

		private void addFact(Weights weights, NodeId fact, double weight) throws IOException {
			int hash = TermCounts.hash(fact.value());
			weights.put(hash, weight);
			if (weight > 0 && having(hash) <= FORMULA.rare(this.articles)) {
				this.seeds
					.add(new Seed(RelatedFields.facts(this.language), hash, (float) (this.factsShare * weight), FACTS));
			}
		}

		/** How far it tells articles apart: not at all if all have it. */
		private double distinction(NodeId fact) throws IOException {
			return Math.min(1, rarity(fact) / Math.log(2));
		}

		private double rarity(NodeId fact) throws IOException {
			return Formula.idf(this.articles, having(TermCounts.hash(fact.value())));
		}

		private int having(int hash) throws IOException {
			return this.lexicon.frequency(RelatedFields.facts(this.language), hash);
		}

	}

}
