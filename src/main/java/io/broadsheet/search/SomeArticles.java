package io.broadsheet.search;

import org.apache.lucene.util.FixedBitSet;

/** Some of a segment's articles: which of all there are, and which one by one. */
final class SomeArticles {

	private final long[] bits;

	private final int[] documents;

	private SomeArticles(long[] bits, int[] documents) {
		this.bits = bits;
		this.documents = documents;
	}

	/** Those in a set. */
	static SomeArticles of(FixedBitSet articles) {
		long[] bits = articles.getBits();
		int[] documents = new int[articles.cardinality()];
		int size = 0;
		for (int i = 0; size < documents.length; i++) {
			for (long rest = bits[i]; rest != 0; rest &= rest - 1) {
				documents[size++] = (i << 6) + Long.numberOfTrailingZeros(rest);
			}
		}
		return new SomeArticles(bits, documents);
	}

	/**
	 * Those with some numbers.
	 * @param documents the numbers in ascending order
	 * @param all how many articles the segment has
	 */
	static SomeArticles of(int[] documents, int all) {
		long[] bits = new long[FixedBitSet.bits2words(all)];
		for (int document : documents) {
			bits[document >> 6] |= 1L << document;
		}
		return new SomeArticles(bits, documents);
	}

	/** Their numbers in ascending order. */
	int[] documents() {
		return this.documents;
	}

	int size() {
		return this.documents.length;
	}

	/** 1 if an article is among them, or 0: told so that nobody has to branch. */
	int has(int document) {
		return (int) (this.bits[document >> 6] >>> document) & 1;
	}

}
