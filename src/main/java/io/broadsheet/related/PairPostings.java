package io.broadsheet.related;

import java.io.IOException;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FilterBinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;
import org.jspecify.annotations.Nullable;

/** The pairs of a segment's articles: by article, and which articles have each. */
final class PairPostings extends FilterBinaryDocValues {

	private final RandomAccessInput starts;

	private final RandomAccessInput postings;

	private final int bits;

	private final int restBytes;

	private final int docBytes;

	/**
	 * @param byArticle the pairs by article
	 * @param in the file with the postings
	 * @param places where they are in it
	 */
	PairPostings(BinaryDocValues byArticle, IndexInput in, PairPlaces places) throws IOException {
		super(byArticle);
		this.bits = places.bits();
		this.restBytes = PairPlaces.restBytes(this.bits);
		this.docBytes = places.docBytes();
		// With the first number of the table behind it, as numbers are read as if of four
		// bytes.
		this.postings = in.randomAccessSlice(places.postings(), places.starts() + Integer.BYTES - places.postings());
		this.starts = in.randomAccessSlice(places.starts(), Integer.BYTES * ((1L << this.bits) + 1));
	}

	/**
	 * The pairs of a segment; null if it has none.
	 * @param segment the segment
	 * @param field the field with the pairs
	 */
	static @Nullable PairPostings of(LeafReader segment, String field) throws IOException {
		return (PairPostings) segment.getBinaryDocValues(field);
	}

	/**
	 * The pairs of one article.
	 * @param segment the article's segment
	 * @param field the field with its pairs
	 * @param doc its document in the segment
	 */
	static TermCounts ofArticle(LeafReader segment, String field, int doc) throws IOException {
		BinaryDocValues pairs = DocValues.getBinary(segment, field);
		if (!pairs.advanceExact(doc)) {
			throw new IOException("The index has no pairs of document %d".formatted(doc));
		}
		return new StoredPairs(pairs.binaryValue()).terms();
	}

	/**
	 * Looks up pairs. Memory is asked for many places at once, first for buckets and then
	 * for what is in the middle of each: what one waits for the others wait for
	 * meanwhile.
	 * @param hashes the pairs
	 */
	PairRuns find(int[] hashes) throws IOException {
		PairRuns runs = new PairRuns(hashes.length);
		for (int i = 0; i < hashes.length; i++) {
			long at = (long) Integer.BYTES * PairPlaces.bucket(hashes[i], this.bits);
			runs.putBucket(i, this.starts.readInt(at), this.starts.readInt(at + Integer.BYTES));
		}
		int[] middles = new int[hashes.length];
		for (int i = 0; i < hashes.length; i++) {
			middles[i] = (runs.size(i) > 0) ? rest(runs, i, runs.size(i) / 2) : 0;
		}
		for (int i = 0; i < hashes.length; i++) {
			int middle = runs.size(i) / 2;
			int rest = PairPlaces.rest(hashes[i], this.bits);
			boolean isBefore = runs.size(i) > 0 && middles[i] < rest;
			int first = isBefore ? first(runs, i, rest, middle + 1, runs.size(i)) : first(runs, i, rest, 0, middle);
			runs.put(i, first, end(runs, i, rest, first));
		}
		return runs;
	}

	/**
	 * Adds what a pair is worth to the sum of each article that has it.
	 * @param runs pairs that were looked up
	 * @param pair which of them
	 * @param weight what it is worth in full
	 * @param saturation how much of that it is worth by its frequency
	 * @param base what to add to the segment's documents
	 * @param sums where to
	 */
	void addUp(PairRuns runs, int pair, float weight, Frequency.Saturation saturation, int base, Sums sums)
			throws IOException {
		long docs = start(runs, pair) + (long) this.restBytes * runs.size(pair)
				+ (long) this.docBytes * runs.first(pair);
		long frequencies = start(runs, pair) + (long) (this.restBytes + this.docBytes) * runs.size(pair)
				+ runs.first(pair);
		for (int i = 0; i < runs.count(pair); i++) {
			int doc = read(docs + (long) this.docBytes * i, this.docBytes);
			sums.addPair(base + doc, weight * saturation.of(this.postings.readByte(frequencies + i) & 0xff));
		}
	}

	/** The end of a bucket's postings that have a pair, which for most pairs is near. */
	private int end(PairRuns runs, int pair, int rest, int first) throws IOException {
		int size = runs.size(pair);
		if (first == size || rest(runs, pair, first) != rest) {
			return first;
		}
		int step = 1;
		while (first + step < size && rest(runs, pair, first + step) == rest) {
			step *= 2;
		}
		return first(runs, pair, rest + 1, first + step / 2, Math.min(first + step, size));
	}

	/** From where on all have a rest or a higher one, between two places of a bucket. */
	private int first(PairRuns runs, int pair, int rest, int from, int to) throws IOException {
		int low = from;
		int high = to;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (rest(runs, pair, middle) < rest) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	private int rest(PairRuns runs, int pair, int index) throws IOException {
		return read(start(runs, pair) + (long) this.restBytes * index, this.restBytes);
	}

	/** Where a pair's bucket begins. */
	private long start(PairRuns runs, int pair) {
		return (long) (this.restBytes + this.docBytes + 1) * runs.start(pair);
	}

	private int read(long at, int bytes) throws IOException {
		return this.postings.readInt(at) & (-1 >>> (Integer.SIZE - Byte.SIZE * bytes));
	}

}
