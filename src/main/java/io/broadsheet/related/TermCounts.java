package io.broadsheet.related;

import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.apache.lucene.util.StringHelper;

/**
 * What an article has of one kind, such as its stems: each as a 32-bit hash, in order,
 * with how often it has it by field in one byte.
 */
final class TermCounts {

	/** How many bytes a hash has as a term of the index. */
	static final int BYTES = Integer.BYTES;

	private static final int SEED = 0x62726f61;

	private final int[] hashes;

	private final byte[] counts;

	/**
	 * @param hashes the hashes in ascending order
	 * @param counts the {@link Counts} of each
	 */
	TermCounts(int[] hashes, byte[] counts) {
		this.hashes = hashes;
		this.counts = counts;
	}

	/** The hashes in ascending order, not to be changed. */
	int[] hashes() {
		return this.hashes;
	}

	/** The {@link Counts} of each, not to be changed. */
	byte[] counts() {
		return this.counts;
	}

	int size() {
		return this.hashes.length;
	}

	/** The hash of a stem or an id. */
	static int hash(String text) {
		return StringHelper.murmurhash3_x86_32(new BytesRef(text), SEED);
	}

	/** The hash of a pair, from those of its stems in order. */
	static int pair(int first, int second) {
		int mixed = (Integer.rotateLeft(first * 0x9e3779b1, 15) ^ second) * 0x85ebca6b;
		return mixed ^ (mixed >>> 15);
	}

	/** Writes a hash as a term of the index, whose order is that of the hashes. */
	static void write(int hash, BytesRef term) {
		NumericUtils.intToSortableBytes(hash, term.bytes, term.offset);
		term.length = BYTES;
	}

}
