package io.broadsheet.search;

import java.io.IOException;
import io.broadsheet.search.WordPostings.Consumer;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** The articles of a segment that have a term, and what that says of each. */
final class TermPostings {

	/** Of so many times fewer articles than postings each is looked up by itself. */
	static final int MANY_TIMES = 8;

	private final PostingsEnum postings;

	private final int[] scores;

	private final int highest;

	private final @Nullable FrequentTerm frequent;

	/** What was read of a term that is not frequent. */
	private @Nullable Block read;

	/** Reading ends after so many articles that are not newer than this one. */
	private int newest;

	private int most = Integer.MAX_VALUE;

	private @Nullable Bits live;

	/**
	 * @param postings which articles have the term, and its score in each
	 * @param scores by that score, what it says for the word
	 * @param frequent the same in memory, or null
	 */
	TermPostings(PostingsEnum postings, int[] scores, @Nullable FrequentTerm frequent) {
		this.postings = postings;
		this.scores = scores;
		this.highest = scores.length - 1;
		this.frequent = frequent;
	}

	long cost() {
		return this.postings.cost();
	}

	/**
	 * Leaves articles out that cannot be among the first, as all say the same.
	 * @param first the newest article that does not become more recent yet
	 * @param size how many are wanted
	 * @param live the articles that are not deleted, or null if none is
	 */
	void endAfter(int first, int size, @Nullable Bits live) {
		this.newest = first;
		this.most = size;
		this.live = live;
	}

	boolean isFrequent() {
		return this.frequent != null;
	}

	/**
	 * The highest score of an article that does not have the term in its headline, if
	 * these are of whole texts or of names.
	 */
	int mostElsewhere() {
		int score = (this.frequent != null) ? this.frequent.mostElsewhere() : TextScore.HIGHEST_ELSEWHERE;
		return this.scores[Math.min(score, this.highest)];
	}

	/** Marks the articles in a bit set. */
	void addTo(long[] bits) throws IOException {
		if (this.frequent != null) {
			this.frequent.addTo(bits);
		}
		else {
			Block block = new Block(new int[Math.toIntExact(cost())], new int[Math.toIntExact(cost())]);
			all(null, block);
			block.addTo(bits);
			this.read = block;
		}
	}

	/**
	 * Tells which articles have the term, of all or of some. After {@link #addTo} it must
	 * be some.
	 * @param some the only articles that matter, or null
	 */
	void forEach(@Nullable SomeArticles some, Consumer consumer) throws IOException {
		if (some != null && this.frequent != null) {
			among(some.documents(), this.frequent, consumer);
		}
		else if (some != null && this.read != null) {
			this.read.forEachOf(some, consumer);
		}
		else if (some != null && some.size() < cost() / MANY_TIMES) {
			among(some.documents(), consumer);
		}
		else {
			all(some, consumer);
		}
	}

	private void all(@Nullable SomeArticles some, Consumer consumer) throws IOException {
		DocAndFloatFeatureBuffer block = new DocAndFloatFeatureBuffer();
		int[] said = new int[0];
		int old = 0;
		this.postings.nextDoc();
		this.postings.nextPostings(PostingsEnum.NO_MORE_DOCS, block);
		while (block.size > 0 && old < this.most) {
			if (some != null) {
				keep(block, some);
			}
			said = (said.length >= block.size) ? said : new int[block.docs.length];
			int size = 0;
			while (size < block.size && old < this.most) {
				said[size] = this.scores[Math.min((int) block.features[size], this.highest)];
				old += isOld(block.docs[size++]) ? 1 : 0;
			}
			consumer.accept(block.docs, said, size);
			this.postings.nextPostings(PostingsEnum.NO_MORE_DOCS, block);
		}
	}

	private static void keep(DocAndFloatFeatureBuffer block, SomeArticles some) {
		int kept = 0;
		for (int i = 0; i < block.size; i++) {
			block.docs[kept] = block.docs[i];
			block.features[kept] = block.features[i];
			kept += some.has(block.docs[i]);
		}
		block.size = kept;
	}

	private boolean isOld(int document) {
		return document >= this.newest && (this.live == null || this.live.get(document));
	}

	private void among(int[] documents, Consumer consumer) throws IOException {
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

	private void among(int[] documents, FrequentTerm term, Consumer consumer) {
		int[] having = new int[documents.length];
		int[] said = new int[documents.length];
		int size = 0;
		for (int document : documents) {
			int score = term.score(document);
			having[size] = document;
			said[size] = this.scores[Math.min(score, this.highest)];
			size += (score != 0) ? 1 : 0;
		}
		consumer.accept(having, said, size);
	}

	/** Articles with the term and what that says of each. */
	private static final class Block implements Consumer {

		private final int[] documents;

		private final int[] said;

		private int size;

		Block(int[] documents, int[] said) {
			this.documents = documents;
			this.said = said;
		}

		@Override
		public void accept(int[] more, int[] scores, int count) {
			System.arraycopy(more, 0, this.documents, this.size, count);
			System.arraycopy(scores, 0, this.said, this.size, count);
			this.size += count;
		}

		void addTo(long[] bits) {
			for (int i = 0; i < this.size; i++) {
				bits[this.documents[i] >> 6] |= 1L << this.documents[i];
			}
		}

		void forEachOf(SomeArticles some, Consumer consumer) {
			int kept = 0;
			for (int i = 0; i < this.size; i++) {
				int document = this.documents[i];
				this.documents[kept] = document;
				this.said[kept] = this.said[i];
				kept += some.has(document);
			}
			consumer.accept(this.documents, this.said, kept);
		}

	}

}
