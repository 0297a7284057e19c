package io.broadsheet.search;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.util.FixedBitSet;

/**
 * A term that a good part of a segment's articles have, and its score in each, in memory:
 * looked up without reading what stands before. It takes a bit and a half for each
 * article of the segment and a byte for each that has the term.
 */
final class FrequentTerm {

	/** Higher scores are few, and are kept beside. */
	private static final int HIGH = 255;

	private final long[] having;

	/** How many articles have the term before each of the numbers above. */
	private final int[] before;

	private final byte[] scores;

	private final int[] highest;

	private final int[] highestScores;

	private final int mostElsewhere;

	private FrequentTerm(long[] having, byte[] scores, int[] highest, int[] highestScores, int mostElsewhere) {
		this.having = having;
		this.scores = scores;
		this.highest = highest;
		this.highestScores = highestScores;
		this.mostElsewhere = mostElsewhere;
		this.before = new int[having.length];
		for (int i = 1; i < having.length; i++) {
			this.before[i] = this.before[i - 1] + Long.bitCount(having[i - 1]);
		}
	}

	/**
	 * Reads a term.
	 * @param postings which articles have it, and its score in each
	 * @param frequency how many have it
	 * @param articles how many articles the segment has
	 */
	static FrequentTerm read(PostingsEnum postings, int frequency, int articles) throws IOException {
		long[] having = new long[FixedBitSet.bits2words(articles)];
		byte[] scores = new byte[frequency];
		int[] highest = new int[frequency];
		int[] highestScores = new int[frequency];
		int read = 0;
		int high = 0;
		int mostElsewhere = 0;
		DocAndFloatFeatureBuffer block = new DocAndFloatFeatureBuffer();
		postings.nextDoc();
		postings.nextPostings(PostingsEnum.NO_MORE_DOCS, block);
		while (block.size > 0) {
			for (int i = 0; i < block.size; i++) {
				int document = block.docs[i];
				int score = (int) block.features[i];
				having[document >> 6] |= 1L << document;
				scores[read++] = (byte) Math.min(score, HIGH);
				mostElsewhere = Math.max(mostElsewhere, (score <= TextScore.HIGHEST_ELSEWHERE) ? score : 0);
				highest[high] = document;
				highestScores[high] = score;
				high += (score >= HIGH) ? 1 : 0;
			}
			postings.nextPostings(PostingsEnum.NO_MORE_DOCS, block);
		}
		return new FrequentTerm(having, scores, Arrays.copyOf(highest, high), Arrays.copyOf(highestScores, high),
				mostElsewhere);
	}

	/** Marks the articles with the term in a bit set. */
	void addTo(long[] bits) {
		for (int i = 0; i < this.having.length; i++) {
			bits[i] |= this.having[i];
		}
	}

	/** The term's score in an article; 0 if that does not have it. */
	int score(int document) {
		long near = this.having[document >> 6];
		long bit = 1L << document;
		if ((near & bit) == 0) {
			return 0;
		}
		int score = this.scores[this.before[document >> 6] + Long.bitCount(near & (bit - 1))] & 0xFF;
		return (score < HIGH) ? score : this.highestScores[Arrays.binarySearch(this.highest, document)];
	}

	/** The highest score of an article that does not have the term in its headline. */
	int mostElsewhere() {
		return this.mostElsewhere;
	}

	/** How many bytes it takes. */
	int size() {
		return (Long.BYTES + Integer.BYTES) * this.having.length + this.scores.length
				+ 2 * Integer.BYTES * this.highest.length;
	}

}
