package io.broadsheet.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import io.broadsheet.search.SearchTerms.Weighted;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Looks up in one segment in which ways its articles have the words of a search. */
final class WordLookup {

	/** More than all that is said about a word that can be a slip of another. */
	static final float AS_TYPED_WEIGHT = 0.5F;

	static final float NAME_WEIGHT = 1;

	static final float STEM_WEIGHT = 0.9F;

	static final float NEAR_IN_HEADLINE_WEIGHT = 0.45F;

	private static final float NEAR_IN_NAME_WEIGHT = 0.35F;

	static final float NEAR_WEIGHT = 0.25F;

	private final LeafReaderContext leaf;

	private final Slips slips;

	private final @Nullable FrequentTerms frequentTerms;

	/**
	 * @param leaf the segment
	 * @param slips where words count that one can be a slip of
	 * @param frequentTerms keeps frequent terms, or null if looking articles up is no use
	 */
	WordLookup(LeafReaderContext leaf, Slips slips, @Nullable FrequentTerms frequentTerms) {
		this.leaf = leaf;
		this.slips = slips;
		this.frequentTerms = frequentTerms;
	}

	/**
	 * Looks a word up.
	 * @param word the word
	 * @param sequences scores the articles that have it as several terms, or null
	 */
	WordPostings find(Weighted word, @Nullable Weight sequences) throws IOException {
		List<TermPostings> ways = new ArrayList<>();
		float weight = word.weight();
		addScored(ways, word.word().forms().spellings(), weight, (score) -> AS_TYPED_WEIGHT + score);
		addScored(ways, word.stems(), weight, (score) -> AS_TYPED_WEIGHT + STEM_WEIGHT * score);
		addNames(ways, word.names(), weight * (AS_TYPED_WEIGHT + NAME_WEIGHT));
		List<TermPostings> alike = new ArrayList<>();
		if (this.slips == Slips.IN_HEADLINES) {
			addHeadlines(alike, word.near().words(), weight);
		}
		if (this.slips == Slips.ANYWHERE) {
			addScored(ways, word.near().words(), weight,
					(score) -> TextScore.isOfHeadline((float) score) ? NEAR_IN_HEADLINE_WEIGHT : NEAR_WEIGHT);
		}
		if (this.slips != Slips.NOWHERE) {
			addHeadlines(alike, word.near().inHeadline(), weight);
			addNames(alike, word.near().names(), weight * NEAR_IN_NAME_WEIGHT);
		}
		ways.addAll(alike);
		return new WordPostings(weight, ways, alike, (sequences != null) ? sequences.scorer(this.leaf) : null);
	}

	/** Marks the articles that have a word, as it was typed, in the headline. */
	void addHeadlines(Weighted word, FixedBitSet articles) throws IOException {
		for (String term : word.terms()) {
			PostingsEnum postings = this.leaf.reader().postings(new Term(FieldNames.HEADLINE, term), PostingsEnum.NONE);
			if (postings != null) {
				articles.or(postings);
			}
		}
	}

	private void addScored(List<TermPostings> ways, Collection<String> terms, float weight, DoubleUnaryOperator worth)
			throws IOException {
		if (!terms.isEmpty()) {
			int[] scores = new int[TextScore.HIGHEST + 1];
			Arrays.setAll(scores, (indexed) -> fixed(weight * (float) worth.applyAsDouble(TextScore.of(indexed))));
			addTerms(ways, FieldNames.TEXT, terms, scores);
		}
	}

	private void addHeadlines(List<TermPostings> ways, Collection<String> near, float weight) throws IOException {
		addTerms(ways, FieldNames.HEADLINE, near, new int[] { fixed(weight * NEAR_IN_HEADLINE_WEIGHT) });
	}

	private void addTerms(List<TermPostings> ways, String field, Collection<String> terms, int[] scores)
			throws IOException {
		Terms all = terms.isEmpty() ? null : this.leaf.reader().terms(field);
		if (all == null) {
			return;
		}
		TermsEnum found = all.iterator();
		for (BytesRef term : terms.stream().map(BytesRef::new).sorted().toList()) {
			if (found.seekExact(term)) {
				FrequentTerm frequent = frequent(new Term(field, term), found.docFreq());
				ways.add(new TermPostings(found.postings(null, PostingsEnum.FREQS), scores, frequent));
			}
		}
	}

	private @Nullable FrequentTerm frequent(Term term, int frequency) {
		if (this.frequentTerms == null || !FrequentTerms.isFrequent(frequency, this.leaf.reader())) {
			return null;
		}
		return this.frequentTerms.of(term, this.leaf.reader());
	}

	/** Names say the same, however often they are there. */
	private void addNames(List<TermPostings> ways, Collection<String> ids, float worth) throws IOException {
		for (String id : ids) {
			PostingsEnum postings = this.leaf.reader().postings(Names.term(id), PostingsEnum.NONE);
			if (postings != null) {
				ways.add(new TermPostings(postings, new int[] { fixed(worth) }, null));
			}
		}
	}

	/** What something is worth as a part of a sum. */
	static int fixed(float worth) {
		return Math.round(worth * SegmentScores.STEPS);
	}

}
