package io.broadsheet.related;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.packed.PackedInts;

/**
 * Where a field's pairs are in their file. They are kept in buckets by the highest bits
 * of their hashes, in the hashes' order. The other bits, and documents, have no more
 * bytes than the largest needs.
 *
 * @param field the field's number
 * @param postings where the buckets are: of each the rest of all hashes, one for each
 * article that has the pair, then the articles' documents, then the frequencies in one
 * byte each
 * @param starts where the numbers of postings before each bucket are
 * @param bits how many bits name a bucket
 * @param docBytes how many bytes a document has
 */
record PairPlaces(int field, long postings, long starts, int bits, int docBytes) {

	/** The bucket of a pair. */
	static int bucket(int hash, int bits) {
		return (hash ^ Integer.MIN_VALUE) >>> (Integer.SIZE - bits);
	}

	/** What the bucket does not tell of a pair. */
	static int rest(int hash, int bits) {
		return hash & (-1 >>> bits);
	}

	/** How many bytes that has. */
	static int restBytes(int bits) {
		return bytes(-1 >>> bits);
	}

	/** How many bytes numbers up to one need. */
	static int bytes(int most) {
		return Math.ceilDiv(PackedInts.bitsRequired(most), Byte.SIZE);
	}

	/** Writes where all fields' are to the end of their file. */
	static void write(Collection<PairPlaces> all, IndexOutput out) throws IOException {
		long start = out.getFilePointer();
		out.writeInt(all.size());
		for (PairPlaces places : all) {
			out.writeInt(places.field);
			out.writeLong(places.postings);
			out.writeLong(places.starts);
			out.writeInt(places.bits);
			out.writeInt(places.docBytes);
		}
		out.writeLong(start);
	}

	/** Reads where all fields' are, by the field's number. */
	static Map<Integer, PairPlaces> read(IndexInput in) throws IOException {
		in.seek(in.length() - CodecUtil.footerLength() - Long.BYTES);
		in.seek(in.readLong());
		Map<Integer, PairPlaces> all = new HashMap<>();
		for (int left = in.readInt(); left > 0; left--) {
			PairPlaces places = new PairPlaces(in.readInt(), in.readLong(), in.readLong(), in.readInt(), in.readInt());
			all.put(places.field, places);
		}
		return all;
	}

}
