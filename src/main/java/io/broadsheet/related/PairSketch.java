package io.broadsheet.related;

import java.io.IOException;

import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * At most how many articles of a segment have a pair: none, one, or more. Three of four
 * pairs are in one article of the archive only, and need not be looked up further with
 * this (Bloom 1970). About two bytes a pair; of very many pairs it knows nothing.
 */
final class PairSketch {

	/** More than one. */
	static final int MANY = 2;

	private static final PairSketch UNKNOWING = new PairSketch(0);

	/** As many as some thousand articles have. */
	private static final long MOST_PAIRS = 4_000_000;

	private static final int BITS_PER_PAIR = 8;

	private final long[] any;

	private final long[] many;

	private final int shift;

	private PairSketch(int bits) {
		this.any = new long[(bits == 0) ? 0 : 1 << (bits - 6)];
		this.many = new long[this.any.length];
		this.shift = Integer.SIZE - bits;
	}

	static PairSketch of(Terms terms) throws IOException {
		if (terms.size() > MOST_PAIRS) {
			return UNKNOWING;
		}
		long wanted = Math.max(Long.SIZE, BITS_PER_PAIR * terms.size());
		PairSketch sketch = new PairSketch(Long.SIZE - Long.numberOfLeadingZeros(wanted - 1));
		TermsEnum each = terms.iterator();
		for (BytesRef term = each.next(); term != null; term = each.next()) {
			sketch.add(TermCounts.hash(term), each.docFreq());
		}
		return sketch;
	}

	/** At most how many articles have a pair, {@link #MANY} standing for all more. */
	int most(int hash) {
		if (this.any.length == 0) {
			return MANY;
		}
		int bit = bit(hash);
		long mask = 1L << bit;
		if ((this.many[bit >>> 6] & mask) != 0) {
			return MANY;
		}
		return ((this.any[bit >>> 6] & mask) != 0) ? 1 : 0;
	}

	private void add(int hash, int articles) {
		int bit = bit(hash);
		long mask = 1L << bit;
		if (articles > 1 || (this.any[bit >>> 6] & mask) != 0) {
			this.many[bit >>> 6] |= mask;
		}
		this.any[bit >>> 6] |= mask;
	}

	private int bit(int hash) {
		return (hash * 0x9e3779b1) >>> this.shift;
	}

}
