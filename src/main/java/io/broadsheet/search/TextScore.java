package io.broadsheet.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * How much each term of an article tells about it, wherever in its text it is: what it
 * tells in the field in which it tells most, and a tenth of what it tells in the others.
 * A mention in the headline outdoes any in the brief, and so on. That depends on nothing
 * but the article, so it is worked out when the article is indexed, and searches need not
 * look into each field.
 */
final class TextScore {

	/** Parts of 1 in which scores are indexed. */
	private static final int STEPS = 32;

	/** No score is indexed as a larger number. */
	static final int HIGHEST = (int) (STEPS * Arrays.stream(TextField.values()).mapToDouble(TextField::weight).sum());

	/** How much the other fields count beside the best one. */
	private static final float OTHER_FIELDS = 0.1F;

	/**
	 * More than a term can have that is in the brief and the body alone, and less than
	 * any of the longest headline.
	 */
	private static final float LEAST_OF_HEADLINE = 1.1F * TextField.BRIEF.weight();

	/**
	 * Nor is any score of a term that is not in the headline as a larger one than this.
	 */
	static final int HIGHEST_ELSEWHERE = (int) (STEPS * LEAST_OF_HEADLINE);

	/** What a term tells, by the term. */
	private final Map<String, Told> terms = new HashMap<>();

	/**
	 * Takes in a field.
	 * @param field which one
	 * @param texts the texts in it
	 */
	void add(TextField field, Iterable<AnalyzedText> texts) {
		List<Told> here = new ArrayList<>();
		int[] words = new int[1];
		for (AnalyzedText text : texts) {
			text.forEach((term, first, start, end) -> {
				Told told = this.terms.computeIfAbsent(term, (key) -> new Told());
				if (told.frequency++ == 0) {
					here.add(told);
				}
				words[0] += first ? 1 : 0;
			});
		}
		here.forEach((told) -> told.add(field, words[0]));
	}

	/** Tells each term and its score, as a number to be indexed. */
	void forEach(ObjIntConsumer<String> consumer) {
		this.terms.forEach((term, told) -> consumer.accept(term, Math.max(1, Math.round(told.score() * STEPS))));
	}

	int size() {
		return this.terms.size();
	}

	/** The score that was indexed as a number. */
	static float of(float indexed) {
		return indexed / STEPS;
	}

	/** Whether a score is that of a term of the headline. */
	static boolean isOfHeadline(float score) {
		return score > LEAST_OF_HEADLINE;
	}

	private static final class Told {

		/** How often the term is in the field that is being taken in. */
		private int frequency;

		private float best;

		private float sum;

		void add(TextField field, int length) {
			float said = field.weight() * field.saturation(this.frequency, length);
			float score = (field == TextField.HEADLINE) ? Math.max(said, LEAST_OF_HEADLINE + 1F / STEPS) : said;
			this.best = Math.max(this.best, score);
			this.sum += score;
			this.frequency = 0;
		}

		float score() {
			return this.best + OTHER_FIELDS * (this.sum - this.best);
		}

	}

}
