package io.broadsheet.related;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.broadsheet.article.Article;
import io.broadsheet.article.ReadingLoad;
import io.broadsheet.bench.ZipfWords;
import io.broadsheet.graph.NodeId;
import io.broadsheet.search.ArticleTexts;
import io.broadsheet.search.IndexCodec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What ranking costs, on generated articles of 500 words in Zipf's distribution with
 * matters of their own: {@code mvn test -Prelated-benchmark -Dbenchmark.articles=2000}.
 * Not part of the build's own tests.
 */
class RelatedBenchmark {

	private static final ZipfWords LANGUAGE = new ZipfWords(60_000);

	private static final int WORDS = 500;

	private static final int AT_ONCE = 20;

	/** As many as are shown if nobody says how many. */
	private static final int SHOWN = 5;

	private static final int PASSES = 200;

	private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

	@Test
	void rankingIsCheap(@TempDir Path folder) throws IOException {
		for (String size : System.getProperty("benchmark.articles", "2000,200000").split(",", -1)) {
			measure(Integer.parseInt(size.strip()), Files.createDirectory(folder.resolve(size.strip())));
		}
	}

	private static void measure(int articles, Path folder) throws IOException {
		try (Directory directory = FSDirectory.open(folder)) {
			write(articles, directory);
			long bytes = 0;
			for (String file : directory.listAll()) {
				bytes += directory.fileLength(file);
			}
			try (DirectoryReader reader = DirectoryReader.open(directory)) {
				Segments segments = new Segments();
				double[] millis = new double[PASSES];
				for (int pass = 0; pass < PASSES; pass++) {
					millis[pass] = pass(reader, segments, articles, new Random(pass));
				}
				double[] warm = Arrays.copyOfRange(millis, PASSES / 2, PASSES);
				Arrays.sort(warm);
				System.out.printf(
						"%d articles, %d segments: %.2f ms of processor time a query (median, %d at once), %.2f at worst; %d bytes of index an article%n",
						articles, reader.leaves().size(), warm[warm.length / 2], AT_ONCE, warm[warm.length - 1],
						bytes / articles);
			}
		}
	}

	private static double pass(DirectoryReader reader, Segments segments, int articles, Random random)
			throws IOException {
		long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		Ranking ranking = new Ranking(reader, segments, new RelatedSettings(Duration.ofDays(240), 0.4, 0), Set::of);
		for (int i = 0; i < AT_ONCE; i++) {
			ranking.related(id(random.nextInt(articles)), Wanted.ANY, SHOWN);
		}
		return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6 / AT_ONCE;
	}

	private static void write(int articles, Directory directory) throws IOException {
		RelatedFields fields = new RelatedFields();
		IndexWriterConfig configuration = new IndexWriterConfig().setCodec(new IndexCodec(List.of(fields)))
			.setIndexSort(new Sort(new SortField("publishedAt", SortField.Type.LONG, true)))
			.setRAMBufferSizeMB(48);
		try (IndexWriter writer = new IndexWriter(directory, configuration)) {
			IntStream.range(0, articles).parallel().forEach((number) -> add(writer, fields, number));
			// As the gateway does with an index that it has built.
			writer.forceMerge(2);
		}
	}

	private static void add(IndexWriter writer, RelatedFields fields, int number) {
		try {
			Article article = article(number, new Random(number));
			Document document = new Document();
			document.add(new NumericDocValuesField("publishedAt", article.publishedAt().toEpochMilli()));
			fields.addTo(document, article, ArticleTexts.of(article, article.markdown()));
			writer.addDocument(document);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Article article(int number, Random random) {
		int matter = random.nextInt(5000);
		Instant at = START.plus(Duration.ofMinutes(random.nextInt(3_000_000)));
		List<NodeId> topics = Stream.of(matter % 400, random.nextInt(400))
			.distinct()
			.map((topic) -> NodeId.named('T', String.valueOf(topic)))
			.toList();
		return new Article(id(number), "a" + number, List.of(), "en", text(8, matter, random), text(30, matter, random),
				text(WORDS, matter, random), ReadingLoad.NONE, NodeId.named('S', String.valueOf(matter % 20)),
				List.of(NodeId.named('U', String.valueOf(random.nextInt(100)))), topics, null, null, List.of(),
				List.of(), at, at, at, Map.of());
	}

	/** Every twelfth word is one of the matter's own. */
	private static String text(int words, int matter, Random random) {
		List<String> text = new ArrayList<>();
		for (int i = 0; i < words; i++) {
			boolean own = random.nextInt(12) == 0;
			text.add(LANGUAGE.word(own ? 300 + (matter * 31 + random.nextInt(12)) % 40_000 : LANGUAGE.rank(random)));
		}
		return String.join(" ", text);
	}

	private static NodeId id(int number) {
		return NodeId.named(Article.KIND, "generated " + number);
	}

}
