package io.broadsheet.search;

import java.io.IOException;
import io.broadsheet.search.WordPostings.Consumer;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
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
	 */
	void endAfter(int first, int size) {
		this.newest = first;
		this.most = size;
	}

	boolean isFrequent() {
		return this.frequent != null;
	}

	/** Marks the articles in a bit set. */
	void addTo(long[] bits) throws IOException {
		if (this.frequent != null) {
			this.frequent.addTo(bits);
		}
		else {
			Block block = new Block(new int[Math.toIntExact(cost())], new int[Math.toIntExact(cost())]);
			all(block);
			block.addTo(bits);
			this.read = block;
		}
	}

	/**
	 * Tells which of some articles have the term, after {@link #addTo}.
	 * @param bits the articles
	 * @param documents the same, in ascending order
	 */
	void forEachOf(long[] bits, int[] documents, Consumer consumer) {
		if (this.frequent != null) {
			among(documents, this.frequent, consumer);
		}
		else if (this.read != null) {
			this.read.forEachOf(bits, consumer);
		}
	}

	/**
	 * Tells which articles have the term, of all or of some.
	 * @param documents the only articles that matter, in ascending order, or null
	 */
	void forEach(int @Nullable [] documents, Consumer consumer) throws IOException {
		if (documents != null && this.frequent != null) {
			among(documents, this.frequent, consumer);
		}
		else if (documents != null && documents.length < cost() / MANY_TIMES) {
			among(documents, consumer);
		}
		else {
			all(consumer);
		}
	}

	private void all(Consumer consumer) throws IOException {
		DocAndFloatFeatureBuffer block = new DocAndFloatFeatureBuffer();
		int[] said = new int[0];
		int old = 0;
		this.postings.nextDoc();
		this.postings.nextPostings(PostingsEnum.NO_MORE_DOCS, block);
		while (block.size > 0 && old < this.most) {
			said = (said.length >= block.size) ? said : new int[block.docs.length];
			for (int i = 0; i < block.size; i++) {
				said[i] = this.scores[Math.min((int) block.features[i], this.highest)];
				old += (block.docs[i] >= this.newest) ? 1 : 0;
			}
			consumer.accept(block.docs, said, block.size);
			this.postings.nextPostings(PostingsEnum.NO_MORE_DOCS, block);
		}
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

		void forEachOf(long[] bits, Consumer consumer) {
			int kept = 0;
			for (int i = 0; i < this.size; i++) {
				int document = this.documents[i];
				this.documents[kept] = document;
				this.said[kept] = this.said[i];
				kept += (int) (bits[document >> 6] >>> document) & 1;
			}
			consumer.accept(this.documents, this.said, kept);
		}

	}

}
