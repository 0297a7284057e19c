package io.broadsheet.related;

import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/**
 * An article's pairs as the index has them: the hashes in ascending order, the
 * {@link Counts} of each, and the {@link Frequency} by which each finds the article.
 */
final class StoredPairs {

	private static final int BYTES = TermCounts.BYTES + 2;

	private final BytesRef stored;

	private final int size;

	StoredPairs(BytesRef stored) {
		this.stored = stored;
		this.size = stored.length / BYTES;
	}

	/**
	 * All of it as bytes.
	 * @param pairs the pairs
	 * @param fields what one is worth by where it stands
	 */
	static BytesRef write(TermCounts pairs, Formula.Fields fields) {
		BytesRef terms = pairs.write();
		byte[] bytes = new byte[BYTES * pairs.size()];
		System.arraycopy(terms.bytes, 0, bytes, 0, terms.length);
		for (int i = 0; i < pairs.size(); i++) {
			bytes[terms.length + i] = (byte) Frequency.encode(Counts.weigh(pairs.counts()[i], fields));
		}
		return new BytesRef(bytes);
	}

	int size() {
		return this.size;
	}

	int hash(int index) {
		return (int) BitUtil.VH_LE_INT.get(this.stored.bytes, this.stored.offset + TermCounts.BYTES * index);
	}

	int frequency(int index) {
		return this.stored.bytes[this.stored.offset + (BYTES - 1) * this.size + index] & 0xff;
	}

	/** The pairs with their counts. */
	TermCounts terms() {
		return TermCounts.read(new BytesRef(this.stored.bytes, this.stored.offset, (BYTES - 1) * this.size));
	}

}
