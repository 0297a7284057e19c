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

	/** How many articles have a pair. */
	int frequency(int hash) throws IOException {
		Bucket bucket = bucket(hash);
		int first = bucket.first(hash);
		return bucket.end(hash, first) - first;
	}

	/**
	 * Adds what a pair is worth to the sum of each article that has it.
	 * @param hash the pair
	 * @param weight what it is worth in full
	 * @param saturation how much of that it is worth by its frequency
	 * @param base what to add to the segment's documents
	 * @param sums by document
	 */
	void addUp(int hash, float weight, Frequency.Saturation saturation, int base, float[] sums) throws IOException {
		Bucket bucket = bucket(hash);
		int first = bucket.first(hash);
		int end = bucket.end(hash, first);
		for (int i = first; i < end; i++) {
			sums[base + bucket.doc(i)] += weight * saturation.of(bucket.frequency(i));
		}
	}

	private Bucket bucket(int hash) throws IOException {
		long at = (long) Integer.BYTES * PairPlaces.bucket(hash, this.bits);
		int start = this.starts.readInt(at);
		return new Bucket((long) PairPlaces.POSTING_BYTES * start, this.starts.readInt(at + Integer.BYTES) - start);
	}

	/** Postings in the order of their hashes. */
	private final class Bucket {

		private final long at;

		private final int size;

		Bucket(long at, int size) {
			this.at = at;
			this.size = size;
		}

		/** The first that has a hash, or where it would be. */
		int first(int hash) throws IOException {
			return first(hash, 0, this.size);
		}

		/** The end of those that have a hash, which for most pairs is near. */
		int end(int hash, int first) throws IOException {
			if (first == this.size || hash(first) != hash) {
				return first;
			}
			int step = 1;
			while (first + step < this.size && hash(first + step) == hash) {
				step *= 2;
			}
			return first(hash + 1L, first + step / 2, Math.min(first + step, this.size));
		}

		/** From where on all have a hash or a higher one, between two places. */
		private int first(long hash, int from, int to) throws IOException {
			int low = from;
			int high = to;
			while (low < high) {
				int middle = (low + high) >>> 1;
				if (hash(middle) < hash) {
					low = middle + 1;
				}
				else {
					high = middle;
				}
			}
			return low;
		}

		int doc(int index) throws IOException {
			return PairPostings.this.postings.readInt(this.at + (long) Integer.BYTES * (this.size + index));
		}

		int frequency(int index) throws IOException {
			return PairPostings.this.postings.readByte(this.at + 2L * Integer.BYTES * this.size + index) & 0xff;
		}

		private int hash(int index) throws IOException {
			return PairPostings.this.postings.readInt(this.at + (long) Integer.BYTES * index);
		}

	}

}
