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
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
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

	/** Of so many times fewer articles than postings each is looked up by itself. */
	private static final int MANY_TIMES = 8;

	private final LeafReaderContext leaf;

	private final float weight;

	private final List<Way> ways = new ArrayList<>();

	private final @Nullable Scorer sequences;

	private WordPostings(LeafReaderContext leaf, float weight, @Nullable Scorer sequences) {
		this.leaf = leaf;
		this.weight = weight;
		this.sequences = sequences;
	}

	/**
	 * Finds the postings of a word.
	 * @param word the word
	 * @param sequences scores the articles that have it as several terms, or null
	 * @param slips where words count that it can be a slip of
	 * @param leaf the segment
	 */
	static WordPostings of(Weighted word, @Nullable Weight sequences, Slips slips, LeafReaderContext leaf)
			throws IOException {
		WordPostings postings = new WordPostings(leaf, word.weight(),
				(sequences != null) ? sequences.scorer(leaf) : null);
		postings.addScored(word.word().forms().spellings(), (score) -> AS_TYPED_WEIGHT + score);
		postings.addScored(word.stems(), (score) -> AS_TYPED_WEIGHT + STEM_WEIGHT * score);
		postings.addNames(word.names(), AS_TYPED_WEIGHT + NAME_WEIGHT);
		if (slips == Slips.IN_HEADLINES) {
			postings.addTerms(FieldNames.HEADLINE, word.near(), postings.constant(NEAR_IN_HEADLINE_WEIGHT));
		}
		if (slips == Slips.ANYWHERE) {
			postings.addScored(word.near(),
					(score) -> TextScore.isOfHeadline((float) score) ? NEAR_IN_HEADLINE_WEIGHT : NEAR_WEIGHT);
		}
		if (slips != Slips.NOWHERE) {
			postings.addTerms(FieldNames.HEADLINE, word.nearInHeadline(), postings.constant(NEAR_IN_HEADLINE_WEIGHT));
			postings.addNames(word.nearNames(), NEAR_IN_NAME_WEIGHT);
		}
		return postings;
	}

	/** How many postings there are, roughly. */
	long cost() {
		return this.ways.stream().mapToLong(Way::cost).sum()
				+ ((this.sequences != null) ? this.sequences.iterator().cost() : 0);
	}

	/** Whether no article can have the word in several ways. */
	boolean isOneTerm() {
		return this.ways.size() == 1 && this.sequences == null;
	}

	/**
	 * Whether looking up each of so many articles is faster than reading all postings.
	 */
	boolean isWorthLookingUp(int articles) {
		return (long) articles * MANY_TIMES < cost();
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
		DocAndFloatFeatureBuffer block = new DocAndFloatFeatureBuffer();
		for (Way way : this.ways) {
			if (documents != null && documents.length < way.cost() / MANY_TIMES) {
				way.among(documents, consumer);
			}
			else {
				way.all(block, consumer);
			}
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

	private void addTerms(String field, Collection<String> terms, int[] scores) throws IOException {
		Terms all = terms.isEmpty() ? null : this.leaf.reader().terms(field);
		if (all == null) {
			return;
		}
		TermsEnum found = all.iterator();
		for (BytesRef term : terms.stream().map(BytesRef::new).sorted().toList()) {
			if (found.seekExact(term)) {
				this.ways.add(new Way(found.postings(null, PostingsEnum.FREQS), scores));
			}
		}
	}

	private void addNames(Collection<String> ids, float worth) throws IOException {
		for (String id : ids) {
			PostingsEnum postings = this.leaf.reader().postings(Names.term(id), PostingsEnum.NONE);
			if (postings != null) {
				this.ways.add(new Way(postings, constant(worth)));
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

	/** The postings of a term. */
	private static final class Way {

		private final PostingsEnum postings;

		private final int[] scores;

		private final int highest;

		/**
		 * @param postings which articles have the term, and its score in each
		 * @param scores by that score, what it says for the word
		 */
		Way(PostingsEnum postings, int[] scores) {
			this.postings = postings;
			this.scores = scores;
			this.highest = scores.length - 1;
		}

		long cost() {
			return this.postings.cost();
		}

		void all(DocAndFloatFeatureBuffer block, Consumer consumer) throws IOException {
			int[] said = new int[0];
			this.postings.nextDoc();
			this.postings.nextPostings(PostingsEnum.NO_MORE_DOCS, block);
			while (block.size > 0) {
				said = (said.length >= block.size) ? said : new int[block.docs.length];
				for (int i = 0; i < block.size; i++) {
					said[i] = this.scores[Math.min((int) block.features[i], this.highest)];
				}
				consumer.accept(block.docs, said, block.size);
				this.postings.nextPostings(PostingsEnum.NO_MORE_DOCS, block);
			}
		}

		void among(int[] documents, Consumer consumer) throws IOException {
			int[] having = new int[documents.length];
			int[] said = new int[documents.length];
			int size = 0;
			int at = -1;
			for (int document : documents) {
				at = (at < document) ? this.postings.advance(document) : at;
				if (at == document) {
					having[size] = document;
					said[size++] = this.scores[Math.min(this.postings.freq(), this.highest)];
				}
			}
			consumer.accept(having, said, size);
		}

	}

}
