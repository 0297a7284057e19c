package io.broadsheet.related;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.IndexOutput;

/**
 * Turns which pairs articles have into which articles have pairs. Postings are dealt into
 * {@link PairPlaces buckets}, each of which is sorted. Of more than memory is given to
 * them, those of some buckets at a time are written to a file of their own first.
 */
final class PairInversion {

	private static final int IN_BUCKET = 16;

	/** A bucket names at least so many bits of a hash: an entry has no room for them. */
	private static final int FEWEST_BITS = 8;

	/** The table of buckets stays small enough for memory: 32 MB. */
	private static final int MOST_BITS = 23;

	private static final int FREQUENCY_BITS = 8;

	private static final int HASH_SHIFT = FREQUENCY_BITS + 31;

	private final FieldInfo field;

	private final DocValuesProducer values;

	private final SegmentWriteState state;

	private final int docBytes;

	private final int atOnce;

	/**
	 * @param field the field with the pairs
	 * @param values has what is in it
	 * @param state the segment that is written
	 * @param atOnce how many postings are held in memory, unless one bucket has more
	 */
	PairInversion(FieldInfo field, DocValuesProducer values, SegmentWriteState state, int atOnce) {
		this.docBytes = PairPlaces.bytes(state.segmentInfo.maxDoc() - 1);
		this.atOnce = atOnce;
		this.field = field;
		this.values = values;
		this.state = state;
	}

	/**
	 * Writes postings.
	 * @param out where to
	 * @return where they are
	 */
	PairPlaces write(IndexOutput out) throws IOException {
		int bits = bits();
		int[] starts = starts(bits);
		long postings = out.getFilePointer();
		int[] parts = parts(starts);
		if (parts.length == 2) {
			writeBuckets(0, parts[1], bits, starts, this::forEachPosting, out);
		}
		else {
			try (DealtPairs dealt = dealt(parts, bits)) {
				for (int part = 0; part < parts.length - 1; part++) {
					writeBuckets(parts[part], parts[part + 1], bits, starts, dealt.part(part), out);
				}
			}
		}
		long table = out.getFilePointer();
		for (int start : starts) {
			out.writeInt(start);
		}
		return new PairPlaces(this.field.number, postings, table, bits, this.docBytes);
	}

	private int bits() throws IOException {
		long[] all = new long[1];
		forEach((doc, pairs) -> all[0] += pairs.size());
		return Math.clamp(Long.SIZE - Long.numberOfLeadingZeros(all[0] / IN_BUCKET), FEWEST_BITS, MOST_BITS);
	}

	/** How many postings are before each bucket, and before the end. */
	private int[] starts(int bits) throws IOException {
		int[] starts = new int[(1 << bits) + 1];
		forEach((doc, pairs) -> {
			for (int i = 0; i < pairs.size(); i++) {
				starts[PairPlaces.bucket(pairs.hash(i), bits) + 1]++;
			}
		});
		Arrays.parallelPrefix(starts, Math::addExact);
		return starts;
	}

	/** The first bucket of each part that is held in memory at once, and the end. */
	private int[] parts(int[] starts) {
		IntStream.Builder parts = IntStream.builder().add(0);
		int from = 0;
		for (int bucket = 1; bucket < starts.length - 1; bucket++) {
			if (starts[bucket + 1] - starts[from] > this.atOnce) {
				parts.add(bucket);
				from = bucket;
			}
		}
		return parts.add(starts.length - 1).build().toArray();
	}

	/** Deals all postings out to their parts. */
	private DealtPairs dealt(int[] parts, int bits) throws IOException {
		DealtPairs dealt = new DealtPairs(this.state, parts.length - 1);
		try {
			forEach((doc, pairs) -> {
				int part = 0;
				for (int i = 0; i < pairs.size(); i++) {
					while (PairPlaces.bucket(pairs.hash(i), bits) >= parts[part + 1]) {
						part++;
					}
					dealt.add(part, pairs.hash(i), doc, pairs.frequency(i));
				}
			});
			dealt.finish();
			return dealt;
		}
		catch (IOException | RuntimeException ex) {
			dealt.close();
			throw ex;
		}
	}

	private void writeBuckets(int from, int to, int bits, int[] starts, DealtPairs.Postings postings, IndexOutput out)
			throws IOException {
		int before = starts[from];
		long[] entries = new long[starts[to] - before];
		int[] next = Arrays.copyOfRange(starts, from, to);
		postings.forEach((hash, doc, frequency) -> {
			int bucket = PairPlaces.bucket(hash, bits);
			entries[next[bucket - from]++ - before] = entry(PairPlaces.rest(hash, bits), doc, frequency);
		});
		for (int bucket = from; bucket < to; bucket++) {
			int start = starts[bucket] - before;
			int end = starts[bucket + 1] - before;
			Arrays.sort(entries, start, end);
			write(entries, start, end, PairPlaces.restBytes(bits), out);
		}
	}

	private void write(long[] entries, int start, int end, int restBytes, IndexOutput out) throws IOException {
		for (int i = start; i < end; i++) {
			write((int) (entries[i] >>> HASH_SHIFT), restBytes, out);
		}
		for (int i = start; i < end; i++) {
			write((int) (entries[i] >>> FREQUENCY_BITS) & Integer.MAX_VALUE, this.docBytes, out);
		}
		for (int i = start; i < end; i++) {
			out.writeByte((byte) entries[i]);
		}
	}

	private static void write(int value, int bytes, IndexOutput out) throws IOException {
		for (int i = 0; i < bytes; i++) {
			out.writeByte((byte) (value >>> (Byte.SIZE * i)));
		}
	}

	/** A hash without what its bucket tells, a document and a frequency, in order. */
	private static long entry(int rest, int doc, int frequency) {
		return ((long) rest << HASH_SHIFT) | ((long) doc << FREQUENCY_BITS) | frequency;
	}

	private void forEachPosting(DealtPairs.Taker taker) throws IOException {
		forEach((doc, pairs) -> {
			for (int i = 0; i < pairs.size(); i++) {
				taker.take(pairs.hash(i), doc, pairs.frequency(i));
			}
		});
	}

	private void forEach(Taker taker) throws IOException {
		BinaryDocValues each = this.values.getBinary(this.field);
		for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
			taker.take(doc, new StoredPairs(each.binaryValue()));
		}
	}

	private interface Taker {

		void take(int doc, StoredPairs pairs) throws IOException;

	}

}
