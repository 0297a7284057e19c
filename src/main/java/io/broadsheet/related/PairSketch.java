package io.broadsheet.related;

import java.io.IOException;

import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * At most how many articles of a segment have a pair: none, one, or more. Three of four
 * pairs are in one article of the archive only, and need not be looked up further with
 * this (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970). About
 * 1.25 bytes a pair.
 */
final class PairSketch {

	/** More than one. */
	static final int MANY = 2;

	private static final int BITS_PER_PAIR = 8;

	/** About one of four pairs is in more than one article. */
	private static final int PAIRS_PER_BIT_OF_MANY = 4;

	/** Makes the second of a pair's places from its hash. */
	private static final int OTHER = 0x85ebca6b;

	private final BitSketch any;

	private final BitSketch many;

	private PairSketch(long pairs) {
		this.any = new BitSketch(BITS_PER_PAIR * pairs);
		this.many = new BitSketch(BITS_PER_PAIR * pairs / PAIRS_PER_BIT_OF_MANY);
	}

	static PairSketch of(Terms terms) throws IOException {
		PairSketch sketch = new PairSketch(terms.size());
		TermsEnum each = terms.iterator();
		for (BytesRef term = each.next(); term != null; term = each.next()) {
			sketch.add(TermCounts.hash(term), each.docFreq());
		}
		return sketch;
	}

	/** At most how many articles have a pair, {@link #MANY} standing for all more. */
	int most(int hash) {
		if (!this.any.has(hash) || !this.any.has(hash * OTHER)) {
			return 0;
		}
		return this.many.has(hash) ? MANY : 1;
	}

	private void add(int hash, int articles) {
		this.any.add(hash);
		this.any.add(hash * OTHER);
		if (articles > 1) {
			this.many.add(hash);
		}
	}

	/** Bits of which a hash has one, which it shares with others. */
	private static final class BitSketch {

		private final long[] words;

		BitSketch(long bits) {
			this.words = new long[(int) Math.min(Integer.MAX_VALUE / Long.BYTES, bits / Long.SIZE + 1)];
		}

		void add(int hash) {
			this.words[word(hash)] |= 1L << hash;
		}

		boolean has(int hash) {
			return (this.words[word(hash)] & (1L << hash)) != 0;
		}

		/** A word for the hash, by its high bits; the low ones name the bit in it. */
		private int word(int hash) {
			long mixed = Integer.toUnsignedLong(hash * 0x9e3779b1);
			return (int) ((mixed * this.words.length) >>> Integer.SIZE);
		}

	}

}
