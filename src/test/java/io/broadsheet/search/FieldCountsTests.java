package io.broadsheet.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FieldCountsTests {

	private static final int ARTICLES = 2_000;

	private static final int COLOURS = 7;

	private final ByteBuffersDirectory directory = new ByteBuffersDirectory();

	private final FieldCounts counts = new FieldCounts();

	/** The colours of each article that is there, by its number. */
	private final Map<Integer, Set<String>> articles = new HashMap<>();

	@BeforeEach
	void write() throws IOException {
		SplittableRandom random = new SplittableRandom(3);
		try (IndexWriter writer = writer()) {
			for (int number = 0; number < ARTICLES; number++) {
				Set<String> colours = new TreeSet<>();
				random.ints(random.nextInt(4), 0, COLOURS).forEach((colour) -> colours.add("colour " + colour));
				writer.addDocument(article(number, colours));
				this.articles.put(number, colours);
				if (number % 700 == 699) {
					writer.flush();
				}
			}
		}
	}

	@AfterEach
	void close() throws IOException {
		this.directory.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 10, 300, 1_000, 1_500, 1_999, 2_000 })
	void thoseThatAreFoundAreCounted(int number) throws IOException {
		assertThat(counted(first(number))).isEqualTo(expected(number));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 10, 300, 1_000, 1_500, 1_999, 2_000 })
	void thoseThatAreGoneAreNot(int number) throws IOException {
		counted(MatchAllDocsQuery.INSTANCE);
		try (IndexWriter writer = writer()) {
			for (int gone : IntStream.range(0, ARTICLES).filter((article) -> article % 3 == 0).toArray()) {
				writer.deleteDocuments(new Term("number", String.valueOf(gone)));
				this.articles.remove(gone);
			}
		}

		assertThat(counted(first(number))).isEqualTo(expected(number));
	}

	@Test
	void aFieldThatNoneHasHasNoValues() throws IOException {
		try (DirectoryReader reader = DirectoryReader.open(this.directory)) {
			assertThat(this.counts.of(new IndexSearcher(reader), MatchAllDocsQuery.INSTANCE, "shape")).isEmpty();
		}
	}

	private IndexWriter writer() throws IOException {
		return new IndexWriter(this.directory, new IndexWriterConfig());
	}

	private static Document article(int number, Set<String> colours) {
		Document article = new Document();
		article.add(new StringField("number", String.valueOf(number), Store.NO));
		article.add(new IntPoint("place", number));
		colours.forEach((colour) -> article.add(new SortedSetDocValuesField("colour", new BytesRef(colour))));
		return article;
	}

	private static Query first(int number) {
		return IntPoint.newRangeQuery("place", 0, number - 1);
	}

	private Map<String, Integer> expected(int number) {
		Map<String, Integer> expected = new HashMap<>();
		this.articles.forEach((article, colours) -> {
			if (article < number) {
				colours.forEach((colour) -> expected.merge(colour, 1, Integer::sum));
			}
		});
		return expected;
	}

	private Map<String, Integer> counted(Query query) throws IOException {
		try (DirectoryReader reader = DirectoryReader.open(this.directory)) {
			return this.counts.of(new IndexSearcher(reader), query, "colour");
		}
	}

}
