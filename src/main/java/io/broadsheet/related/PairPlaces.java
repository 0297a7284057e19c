package io.broadsheet.related;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * Where a field's pairs are in their file. They are kept in buckets by the highest bits
 * of their hashes, in the hashes' order.
 *
 * @param field the field's number
 * @param postings where the buckets are: of each all hashes, one for each article that
 * has the pair, then the articles' documents, then the frequencies in one byte each
 * @param starts where the numbers of postings before each bucket are
 * @param bits how many bits name a bucket
 */
record PairPlaces(int field, long postings, long starts, int bits) {

	/** A posting is a hash, a document and a frequency. */
	static final int POSTING_BYTES = 2 * Integer.BYTES + 1;

	/** The bucket of a pair. */
	static int bucket(int hash, int bits) {
		return (hash ^ Integer.MIN_VALUE) >>> (Integer.SIZE - bits);
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
		}
		out.writeLong(start);
	}

	/** Reads where all fields' are, by the field's number. */
	static Map<Integer, PairPlaces> read(IndexInput in) throws IOException {
		in.seek(in.length() - CodecUtil.footerLength() - Long.BYTES);
		in.seek(in.readLong());
		Map<Integer, PairPlaces> all = new HashMap<>();
		for (int left = in.readInt(); left > 0; left--) {
			PairPlaces places = new PairPlaces(in.readInt(), in.readLong(), in.readLong(), in.readInt());
			all.put(places.field, places);
		}
		return all;
	}

}
