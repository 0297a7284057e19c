package io.broadsheet.related;

import java.util.Arrays;

import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.BitUtil;
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

	/** All of it as bytes. */
	BytesRef write() {
		byte[] bytes = new byte[(BYTES + 1) * size()];
		ByteArrayDataOutput out = new ByteArrayDataOutput(bytes);
		for (int hash : this.hashes) {
			out.writeInt(hash);
		}
		out.writeBytes(this.counts, 0, this.counts.length);
		return new BytesRef(bytes);
	}

	/** Reads what was written. */
	static TermCounts read(BytesRef written) {
		int size = written.length / (BYTES + 1);
		int[] hashes = new int[size];
		for (int i = 0; i < size; i++) {
			hashes[i] = (int) BitUtil.VH_LE_INT.get(written.bytes, written.offset + BYTES * i);
		}
		int counts = written.offset + BYTES * size;
		return new TermCounts(hashes, Arrays.copyOfRange(written.bytes, counts, counts + size));
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

	/** The hash that is a term of the index. */
	static int hash(BytesRef term) {
		return NumericUtils.sortableBytesToInt(term.bytes, term.offset);
	}

	/** Writes a hash as a term of the index, whose order is that of the hashes. */
	static void write(int hash, BytesRef term) {
		NumericUtils.intToSortableBytes(hash, term.bytes, term.offset);
		term.length = BYTES;
	}

}
