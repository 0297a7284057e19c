package io.broadsheet.search;

import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Some of a segment's articles: which of all there are, and which one by one. */
final class SomeArticles {

	private final int[] documents;

	private final int all;

	/** Set when first somebody asks: where few are looked up one by one, nobody does. */
	private long @Nullable [] bits;

	/**
	 * @param documents their numbers in ascending order
	 * @param all how many articles the segment has
	 */
	SomeArticles(int[] documents, int all) {
		this.documents = documents;
		this.all = all;
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
		SomeArticles some = new SomeArticles(documents, articles.length());
		some.bits = bits;
		return some;
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
		return (int) (bits()[document >> 6] >>> document) & 1;
	}

	private long[] bits() {
		long[] known = this.bits;
		if (known == null) {
			known = new long[FixedBitSet.bits2words(this.all)];
			for (int document : this.documents) {
				known[document >> 6] |= 1L << document;
			}
			this.bits = known;
		}
		return known;
	}

}
