package io.broadsheet.related;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BitSetIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which articles have which pairs, compared with a plain count. */
class PairPostingsTests {

	private static final String FIELD = "pairs";

	private static final String ORDER = "order";

	private static final Formula.Fields FIELDS = new Formula.Fields(4, 2, 1);

	private static final int[] EXTREMES = { Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE };

	private final Random random = new Random(20_260_301);

	@Test
	void postingsTellWhatArticlesHave() throws IOException {
		List<TermCounts> articles = articles();
		try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
			write(articles, directory);
			try (DirectoryReader reader = DirectoryReader.open(directory)) {
				LeafReader merged = reader.leaves().getFirst().reader();
				assertThat(reader.leaves()).hasSize(1);
				merged.checkIntegrity();
				Map<Integer, float[]> expected = expected(articles);
				expected.put(4711, new float[articles.size()]);
				int[] pairs = expected.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
				PairPostings postings = Objects.requireNonNull(PairPostings.of(merged, FIELD));
				PairRuns found = postings.find(pairs);
				for (int i = 0; i < pairs.length; i++) {
					float[] worth = worth(postings, found, i, articles.size());
					assertThat(worth).isEqualTo(expected.get(pairs[i]));
				}
			}
		}
	}

	@Test
	void filesThatPostingsWereDealtOutToAreGone() throws IOException {
		try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
			write(articles(), directory);

			assertThat(directory.listAll()).noneMatch((file) -> file.endsWith(".tmp"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "8, 3", "15, 3", "16, 2", "23, 2", "24, 1" })
	void pairHasNoMoreBytesThanItsBucketLeavesToTell(int bits, int bytes) {
		assertThat(PairPlaces.restBytes(bits)).isEqualTo(bytes);
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "255, 1", "256, 2", "65535, 2", "65536, 3", "16777216, 4" })
	void numberHasNoMoreBytesThanTheLargest(int largest, int bytes) {
		assertThat(PairPlaces.bytes(largest)).isEqualTo(bytes);
	}

	/** What each article gets, newest first, by the pair. */
	private static Map<Integer, float[]> expected(List<TermCounts> articles) {
		Frequency.Saturation saturation = new Frequency.Saturation(4);
		Map<Integer, float[]> worth = new HashMap<>();
		for (int i = 0; i < articles.size(); i++) {
			TermCounts article = articles.get(i);
			for (int j = 0; j < article.size(); j++) {
				float[] all = worth.computeIfAbsent(article.hashes()[j], (pair) -> new float[articles.size()]);
				int frequency = Frequency.encode(Counts.weigh(article.counts()[j], FIELDS));
				all[articles.size() - 1 - i] = 3 * saturation.of(frequency);
			}
		}
		return worth;
	}

	private static float[] worth(PairPostings postings, PairRuns found, int pair, int articles) throws IOException {
		Sums sums = new Sums(articles);
		postings.addUp(found, pair, 3, new Frequency.Saturation(4), 0, sums);
		float[] worth = new float[articles];
		int having = 0;
		BitSetIterator docs = sums.articles();
		for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
			worth[doc] = sums.pairs(doc);
			having++;
		}
		assertThat(found.count(pair)).isEqualTo(having);
		return worth;
	}

	/** In several segments, which are merged in an order of their own. */
	private static void write(List<TermCounts> articles, ByteBuffersDirectory directory) throws IOException {
		IndexWriterConfig configuration = new IndexWriterConfig().setCodec(sortingFew())
			.setIndexSort(new Sort(new SortField(ORDER, SortField.Type.LONG, true)));
		try (IndexWriter writer = new IndexWriter(directory, configuration)) {
			for (int i = 0; i < articles.size(); i++) {
				Document document = new Document();
				document.add(new NumericDocValuesField(ORDER, i));
				document.add(new BinaryDocValuesField(FIELD, StoredPairs.write(articles.get(i), FIELDS)));
				writer.addDocument(document);
				if (i % 7 == 0) {
					writer.flush();
				}
			}
			writer.forceMerge(1);
		}
	}

	/** Deals what there is out to many files to sort it. */
	private static Codec sortingFew() {
		return new Lucene104Codec() {

			@Override
			public DocValuesFormat getDocValuesFormatForField(String field) {
				return FIELD.equals(field) ? new PairsFormat(50) : super.getDocValuesFormatForField(field);
			}

		};
	}

	/** Some with the same pairs, some with none, some with hashes at the ends. */
	private List<TermCounts> articles() {
		List<TermCounts> articles = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			IntStream own = this.random.ints(this.random.nextInt(200));
			IntStream shared = this.random.ints(this.random.nextInt(9), 0, 40).map((number) -> number * 0x9e3779b1);
			IntStream extreme = Arrays.stream(EXTREMES).filter((hash) -> this.random.nextBoolean());
			int[] hashes = (i % 10 == 0) ? new int[0]
					: IntStream.concat(IntStream.concat(own, shared), extreme).sorted().distinct().toArray();
			byte[] counts = new byte[hashes.length];
			for (int j = 0; j < counts.length; j++) {
				counts[j] = Counts.of(this.random.nextInt(3), 0, 1 + this.random.nextInt(20));
			}
			articles.add(new TermCounts(hashes, counts));
		}
		return articles;
	}

}
