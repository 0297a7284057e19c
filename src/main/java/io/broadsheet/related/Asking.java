package io.broadsheet.related;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import io.broadsheet.graph.NodeId;

/** Makes a {@link Question} from an article and what is known of its terms. */
final class Asking {

	private static final Formula FORMULA = Formula.STANDARD;

	private static final Frequency.Saturation STEMS = new Frequency.Saturation(FORMULA.stems().found());

	private static final Frequency.Saturation PAIRS = new Frequency.Saturation(FORMULA.pairs().found());

	private static final Frequency.Saturation FACTS = new Frequency.Saturation(0);

	private final Lexicon lexicon;

	private final Subject asked;

	private final String language;

	private final int articles;

	private final double factsShare;

	/**
	 * @param lexicon what is known of terms
	 * @param asked the article
	 * @param language the language of the articles that are asked
	 */
	Asking(Lexicon lexicon, Subject asked, String language) throws IOException {
		this.lexicon = lexicon;
		this.asked = asked;
		this.language = language;
		this.articles = lexicon.articles(language);
		this.factsShare = FORMULA.factsShare(asked.traits().lengths().sum(), this.articles);
	}

	Question question() throws IOException {
		double text = (1 - this.factsShare) / (1 + FORMULA.pairsShare());
		WeighedTerms stems = weighStems();
		FoundPairs found = this.lexicon.pairs(RelatedFields.pairs(this.language), this.asked.pairs().hashes());
		WeighedTerms pairs = weighPairs(found.frequencies());
		Facts facts = new Facts(StoredTraits.facts(this.asked.traits()));
		facts.weigh(this.asked.traits());
		double own = pairs.own(pairs.best(), this.asked.traits().lengths(), FORMULA.pairs());
		double pairsFactor = (own > 0) ? text * FORMULA.pairsShare() / own : 0;
		return new Question(this.asked, this.articles, stems, pairs, facts.weights, this.factsShare,
				List.of(stemSeeds(stems, text), facts.seeds()), pairSeeds(pairs, found), (float) pairsFactor);
	}

	private WeighedTerms weighStems() throws IOException {
		TermCounts stems = this.asked.traits().stems();
		int[] here = this.lexicon.stems(RelatedFields.stems(this.language), stems.hashes());
		int[] known = isOwn() ? here : this.lexicon.stems(RelatedFields.stems(own()), stems.hashes());
		return weigh(stems, FORMULA.stems(), this.articles, here, known);
	}

	private WeighedTerms weighPairs(int[] here) throws IOException {
		TermCounts pairs = this.asked.pairs();
		int[] known = isOwn() ? here : this.lexicon.pairs(RelatedFields.pairs(own()), pairs.hashes()).frequencies();
		return weigh(pairs, FORMULA.pairs(), FORMULA.rarePair(this.articles), here, known);
	}

	/**
	 * @param mostHaving how many articles may have a term that says something
	 * @param here how many have each where articles are asked
	 * @param known how many have each where the article itself is
	 */
	private WeighedTerms weigh(TermCounts terms, Formula.Part part, int mostHaving, int[] here, int[] known) {
		Best best = new Best(terms.size());
		for (int i = 0; i < terms.size(); i++) {
			if (here[i] >= least() && here[i] <= mostHaving) {
				double idf = Formula.idf(this.articles, Math.max(here[i], known[i]));
				double frequency = Counts.weigh(terms.counts()[i], part.fields());
				best.add(i, frequency / (frequency + part.asked()) * Math.pow(idf, part.rarity()));
			}
		}
		return new WeighedTerms(terms, here, best, part.most());
	}

	/** What is in fewer articles is in no other one. */
	private int least() {
		return isOwn() ? 2 : 1;
	}

	private boolean isOwn() {
		return this.language.equals(own());
	}

	private String own() {
		return this.asked.traits().primaryLanguage();
	}

	private Seeds stemSeeds(WeighedTerms stems, double share) {
		int[] rare = Arrays.stream(stems.best())
			.filter((index) -> stems.frequencyAt(index) <= FORMULA.rare(this.articles))
			.limit(FORMULA.stems().seeds())
			.filter(finding(stems::frequencyAt))
			.toArray();
		double own = stems.own(rare, this.asked.traits().lengths(), FORMULA.stems());
		int[] hashes = new int[rare.length];
		float[] weights = new float[rare.length];
		for (int i = 0; i < rare.length; i++) {
			hashes[i] = stems.terms().hashes()[rare[i]];
			weights[i] = (float) (share * stems.weight(rare[i]) / own);
		}
		return new Seeds(RelatedFields.stems(this.language), hashes, weights, STEMS);
	}

	/** Lets through, in order, what does not find too many articles altogether. */
	private static IntPredicate finding(IntUnaryOperator frequency) {
		int[] found = new int[1];
		return (index) -> {
			int all = found[0] + frequency.applyAsInt(index);
			boolean few = all <= FORMULA.found();
			found[0] = few ? all : found[0];
			return few;
		};
	}

	private static PairSeeds pairSeeds(WeighedTerms pairs, FoundPairs found) {
		int[] few = Arrays.stream(pairs.best()).filter(finding(pairs::frequencyAt)).toArray();
		float[] weights = new float[few.length];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = pairs.weight(few[i]);
		}
		return new PairSeeds(found, few, weights, PAIRS);
	}

	/** Weighs section, authors and topics. */
	private final class Facts {

		private final int[] hashes;

		private final int[] frequencies;

		private final Weights weights;

		Facts(int[] hashes) throws IOException {
			this.hashes = hashes;
			this.frequencies = Asking.this.lexicon.facts(RelatedFields.facts(Asking.this.language), hashes);
			this.weights = new Weights(hashes.length);
		}

		void weigh(Traits traits) {
			double all = Math.max(Math.log(2), traits.topics().stream().mapToDouble(this::rarity).sum());
			traits.topics().forEach((topic) -> add(topic, FORMULA.topics() * rarity(topic) / all));
			double author = FORMULA.authors() / Math.max(1, traits.authors().size());
			traits.authors().forEach((each) -> add(each, author * distinction(each)));
			if (traits.section() != null) {
				add(traits.section(), FORMULA.section() * distinction(traits.section()));
			}
		}

		/** Those of which few articles have the same. */
		Seeds seeds() {
			int[] rare = IntStream.range(0, this.hashes.length)
				.filter((i) -> this.frequencies[i] <= FORMULA.rare(Asking.this.articles))
				.filter((i) -> this.weights.of(this.hashes[i]) > 0)
				.boxed()
				.sorted(Comparator.comparingInt((i) -> this.frequencies[i]))
				.mapToInt(Integer::intValue)
				.filter(finding((i) -> this.frequencies[i]))
				.map((i) -> this.hashes[i])
				.sorted()
				.toArray();
			float[] worth = new float[rare.length];
			for (int i = 0; i < rare.length; i++) {
				worth[i] = (float) (Asking.this.factsShare * this.weights.of(rare[i]));
			}
			return new Seeds(RelatedFields.facts(Asking.this.language), rare, worth, FACTS);
		}

		private double rarity(NodeId fact) {
			int place = Arrays.binarySearch(this.hashes, TermCounts.hash(fact.value()));
			return Formula.idf(Asking.this.articles, this.frequencies[place]);
		}

		/** How far it tells articles apart: not at all if all have it. */
		private double distinction(NodeId fact) {
			return Math.min(1, rarity(fact) / Math.log(2));
		}

		private void add(NodeId fact, double weight) {
			this.weights.put(TermCounts.hash(fact.value()), weight);
		}

	}

}
