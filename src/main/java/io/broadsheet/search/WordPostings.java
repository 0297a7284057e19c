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
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * All the ways in which articles of one segment can have a word of a search: as it was
 * typed, in a name, or as a word that it can be a slip of.
 */
final class WordPostings {

	/** More than all that is said about a word that can be a slip of another. */
	static final float AS_TYPED_WEIGHT = 0.5F;

	static final float NAME_WEIGHT = 1;

	static final float STEM_WEIGHT = 0.9F;

	private static final float NEAR_IN_HEADLINE_WEIGHT = 0.45F;

	private static final float NEAR_IN_NAME_WEIGHT = 0.35F;

	static final float NEAR_WEIGHT = 0.25F;

	private final LeafReaderContext leaf;

	private final float weight;

	private final List<TermPostings> ways = new ArrayList<>();

	/** Those of headlines with words that it can be a slip of. */
	private final List<TermPostings> nearInHeadlines = new ArrayList<>();

	private final @Nullable Scorer sequences;

	private final @Nullable FrequentTerms frequentTerms;

	private WordPostings(LeafReaderContext leaf, float weight, @Nullable Scorer sequences,
			@Nullable FrequentTerms frequentTerms) {
		this.frequentTerms = frequentTerms;
		this.leaf = leaf;
		this.weight = weight;
		this.sequences = sequences;
	}

	/**
	 * Finds the postings of a word.
	 * @param word the word
	 * @param sequences scores the articles that have it as several terms, or null
	 * @param slips where words count that it can be a slip of
	 * @param frequentTerms keeps frequent terms, or null if looking articles up is no use
	 * @param leaf the segment
	 */
	static WordPostings of(Weighted word, @Nullable Weight sequences, Slips slips,
			@Nullable FrequentTerms frequentTerms, LeafReaderContext leaf) throws IOException {
		WordPostings postings = new WordPostings(leaf, word.weight(),
				(sequences != null) ? sequences.scorer(leaf) : null, frequentTerms);
		postings.addScored(word.word().forms().spellings(), (score) -> AS_TYPED_WEIGHT + score);
		postings.addScored(word.stems(), (score) -> AS_TYPED_WEIGHT + STEM_WEIGHT * score);
		postings.addNames(word.names(), AS_TYPED_WEIGHT + NAME_WEIGHT);
		if (slips == Slips.IN_HEADLINES) {
			postings.addHeadlines(word.near().words());
		}
		if (slips == Slips.ANYWHERE) {
			postings.addScored(word.near().words(),
					(score) -> TextScore.isOfHeadline((float) score) ? NEAR_IN_HEADLINE_WEIGHT : NEAR_WEIGHT);
		}
		if (slips != Slips.NOWHERE) {
			postings.addHeadlines(word.near().inHeadline());
			postings.addNames(word.near().names(), NEAR_IN_NAME_WEIGHT);
		}
		return postings;
	}

	/** How many postings there are, roughly. */
	long cost() {
		return this.ways.stream().mapToLong(TermPostings::cost).sum()
				+ ((this.sequences != null) ? this.sequences.iterator().cost() : 0);
	}

	/**
	 * Leaves articles out that cannot be among the first, as each headline with a word
	 * that this can be a slip of says the same.
	 * @param first the newest article that does not become more recent yet
	 * @param size how many are wanted
	 */
	void onlyNewestHeadlines(int first, int size) {
		this.nearInHeadlines.forEach((way) -> way.endAfter(first, size));
	}

	/** Whether no article can have the word in several ways. */
	boolean isOneTerm() {
		return this.ways.size() == 1 && this.sequences == null;
	}

	/** Whether a good part of all articles have the word as one term. */
	boolean isFrequent() {
		return this.sequences == null && hasFrequentTerm();
	}

	private boolean hasFrequentTerm() {
		return this.ways.stream().anyMatch(TermPostings::isFrequent);
	}

	/** Marks the articles in a bit set. */
	void addTo(long[] bits) throws IOException {
		for (TermPostings way : this.ways) {
			way.addTo(bits);
		}
	}

	/**
	 * Tells which of some articles have the word, after {@link #addTo}, as
	 * {@link #forEach} does.
	 * @param bits the articles
	 * @param documents the same, in ascending order
	 */
	void forEachOf(long[] bits, int[] documents, Consumer consumer) {
		this.ways.forEach((way) -> way.forEachOf(bits, documents, consumer));
	}

	/**
	 * Whether looking up each of so many articles is faster than reading all postings.
	 */
	boolean isWorthLookingUp(int articles) {
		return hasFrequentTerm() || (long) articles * TermPostings.MANY_TIMES < cost();
	}

	/** What a score must be above for the word to be there as it was typed. */
	int nearly() {
		return fixed((AS_TYPED_WEIGHT + NEAR_IN_HEADLINE_WEIGHT) / 2);
	}

	/**
	 * Tells which articles have the word, and the score of that; for one article perhaps
	 * several times, of which the highest counts.
	 * @param documents the only articles that matter, in ascending order, or null
	 */
	void forEach(int @Nullable [] documents, Consumer consumer) throws IOException {
		for (TermPostings way : this.ways) {
			way.forEach(documents, consumer);
		}
		if (this.sequences != null) {
			var found = this.sequences.iterator();
			for (int document = found.nextDoc(); document != PostingsEnum.NO_MORE_DOCS; document = found.nextDoc()) {
				int score = fixed(AS_TYPED_WEIGHT) + Math.round(this.sequences.score() * SegmentScores.STEPS);
				consumer.accept(new int[] { document }, new int[] { score }, 1);
			}
		}
	}

	private void addScored(Collection<String> terms, DoubleUnaryOperator worth) throws IOException {
		if (!terms.isEmpty()) {
			int[] scores = new int[TextScore.HIGHEST + 1];
			Arrays.setAll(scores, (indexed) -> fixed((float) worth.applyAsDouble(TextScore.of(indexed))));
			addTerms(FieldNames.TEXT, terms, scores);
		}
	}

	private void addHeadlines(Collection<String> near) throws IOException {
		int before = this.ways.size();
		addTerms(FieldNames.HEADLINE, near, constant(NEAR_IN_HEADLINE_WEIGHT));
		this.nearInHeadlines.addAll(this.ways.subList(before, this.ways.size()));
	}

	private void addTerms(String field, Collection<String> terms, int[] scores) throws IOException {
		Terms all = terms.isEmpty() ? null : this.leaf.reader().terms(field);
		if (all == null) {
			return;
		}
		TermsEnum found = all.iterator();
		for (BytesRef term : terms.stream().map(BytesRef::new).sorted().toList()) {
			if (found.seekExact(term)) {
				FrequentTerm frequent = frequent(new Term(field, term), found.docFreq());
				this.ways.add(new TermPostings(found.postings(null, PostingsEnum.FREQS), scores, frequent));
			}
		}
	}

	private @Nullable FrequentTerm frequent(Term term, int frequency) {
		if (this.frequentTerms == null || !FrequentTerms.isFrequent(frequency, this.leaf.reader())) {
			return null;
		}
		return this.frequentTerms.of(term, this.leaf.reader());
	}

	private void addNames(Collection<String> ids, float worth) throws IOException {
		for (String id : ids) {
			PostingsEnum postings = this.leaf.reader().postings(Names.term(id), PostingsEnum.NONE);
			if (postings != null) {
				this.ways.add(new TermPostings(postings, constant(worth), null));
			}
		}
	}

	/** The same score, however often the term is there. */
	private int[] constant(float worth) {
		return new int[] { fixed(worth) };
	}

	private int fixed(float worth) {
		return Math.round(worth * this.weight * SegmentScores.STEPS);
	}

	/** Is told which articles have a word, some at a time. */
	interface Consumer {

		/**
		 * Articles have the word.
		 * @param documents the articles' numbers in their segment
		 * @param scores what that says of each
		 * @param size how many articles there are
		 */
		void accept(int[] documents, int[] scores, int size);

	}

}
