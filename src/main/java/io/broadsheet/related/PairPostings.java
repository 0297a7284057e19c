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

	/**
	 * @param byArticle the pairs by article
	 * @param in the file with the postings
	 * @param places where they are in it
	 */
	PairPostings(BinaryDocValues byArticle, IndexInput in, PairPlaces places) throws IOException {
		super(byArticle);
		this.bits = places.bits();
		this.postings = in.randomAccessSlice(places.postings(), places.starts() - places.postings());
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
			middles[i] = (runs.size(i) > 0) ? hash(runs, i, runs.size(i) / 2) : 0;
		}
		for (int i = 0; i < hashes.length; i++) {
			int middle = runs.size(i) / 2;
			boolean isBefore = runs.size(i) > 0 && middles[i] < hashes[i];
			int first = isBefore ? first(runs, i, hashes[i], middle + 1, runs.size(i))
					: first(runs, i, hashes[i], 0, middle);
			runs.put(i, first, end(runs, i, hashes[i], first));
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
		long at = (long) PairPlaces.POSTING_BYTES * runs.start(pair);
		long docs = at + (long) Integer.BYTES * (runs.size(pair) + runs.first(pair));
		long frequencies = at + 2L * Integer.BYTES * runs.size(pair) + runs.first(pair);
		for (int i = 0; i < runs.count(pair); i++) {
			int doc = this.postings.readInt(docs + (long) Integer.BYTES * i);
			sums.addPair(base + doc, weight * saturation.of(this.postings.readByte(frequencies + i) & 0xff));
		}
	}

	/** The end of a bucket's postings that have a hash, which for most pairs is near. */
	private int end(PairRuns runs, int pair, int hash, int first) throws IOException {
		int size = runs.size(pair);
		if (first == size || hash(runs, pair, first) != hash) {
			return first;
		}
		int step = 1;
		while (first + step < size && hash(runs, pair, first + step) == hash) {
			step *= 2;
		}
		return first(runs, pair, hash + 1L, first + step / 2, Math.min(first + step, size));
	}

	/** From where on all have a hash or a higher one, between two places of a bucket. */
	private int first(PairRuns runs, int pair, long hash, int from, int to) throws IOException {
		int low = from;
		int high = to;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (hash(runs, pair, middle) < hash) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	private int hash(PairRuns runs, int pair, int index) throws IOException {
		return this.postings.readInt((long) PairPlaces.POSTING_BYTES * runs.start(pair) + (long) Integer.BYTES * index);
	}

}
