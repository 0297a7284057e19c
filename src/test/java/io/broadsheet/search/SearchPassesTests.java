package io.broadsheet.search;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Site;
import io.broadsheet.search.SearchPass.Found;
import io.broadsheet.search.SearchTerms.Near;
import io.broadsheet.search.SearchTerms.Weighted;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Searches an archive so large that shorter ways are taken, and compares what they find
 * with what is found when each article is looked at.
 */
class SearchPassesTests {

	private static final Site SITE = new Site(URI.create("https://paper.example"), "Paper", ZoneOffset.UTC);

	private static final int ARTICLES = 9000;

	private static final Instant NOW = Instant.parse("2026-05-14T00:00:00Z");

	/** The frequent first. */
	private static final List<String> WORDS = List.of("alder", "birch", "cedar", "dogwood", "elder", "fir", "ginkgo",
			"hazel", "ilex", "juniper", "kauri", "larch", "maple", "nutmeg", "oak", "poplar");

	private static final QueryAnalysis ANALYSIS = new QueryAnalysis(EnumSet.of(LanguageAnalysis.of("en")));

	private static final FrequentTerms FREQUENT_TERMS = new FrequentTerms();

	private static final ArticleIndexing INDEXING = new ArticleIndexing(SITE, List.of());

	private static final OpenIndex INDEX = index();

	@BeforeAll
	static void fill() throws IOException {
		RandomGenerator random = new Random(11);
		List<NodeId> gone = new ArrayList<>();
		for (int n = 0; n < ARTICLES; n++) {
			var story = article(words(2, random) + " " + n).brief(words(2, random))
				.saying(words(12, random))
				.referringTo(NodeId.named('U', "u"), topic(random.nextInt(4)), NodeId.named('S', "s"))
				.publishedAt(NOW.plus(Duration.ofDays(2)).minus(Duration.ofHours(random.nextInt(40_000))))
				.build();
			INDEX.add(INDEXING.documentOf(story));
			if (random.nextInt(30) == 0) {
				gone.add(story.id());
			}
			if (n == ARTICLES / 5) {
				INDEX.commit(Map.of());
			}
		}
		INDEX.refresh();
		INDEX.delete(gone);
		INDEX.refresh();
	}

	@AfterAll
	static void close() throws IOException {
		INDEX.close();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void theyFindWhatLookingAtEachArticleDoes(long seed) throws IOException {
		RandomGenerator random = new Random(seed);
		for (int n = 0; n < 60; n++) {
			SearchQueries queries = queries(1 + random.nextInt(2),
					(random.nextInt(3) == 0) ? ArticleFilter.is(FieldNames.YEAR, "2025") : null, random);
			int size = 1 + random.nextInt(30);
			Found all = each(queries, null, Integer.MAX_VALUE);
			Rank after = random.nextBoolean() ? all.page().get(random.nextInt(all.page().size())) : null;

			Found page = find(queries, after, size, false);
			Found counted = find(queries, after, size, true);

			assertThat(page.page()).as("%s", queries).isEqualTo(each(queries, after, size).page());
			assertThat(counted.page()).as("%s", queries).isEqualTo(page.page());
			assertThat(counted.total()).as("%s", queries).isEqualTo(all.total());
			assertThat(counted.asTyped()).as("%s", queries).isEqualTo(all.total());
		}
	}

	@Test
	void headlinesAreEnoughToRankFrequentWords() throws IOException {
		SearchQueries queries = new SearchQueries(
				new SearchTerms(List.of(word("alder", 2), word("birch", 2)), List.of(), List.of(), List.of()), null,
				NOW.toEpochMilli());

		int lookedAt = find(queries, null, 5, false).total();

		assertThat(lookedAt).isBetween(SearchPasses.MANY, each(queries, null, 5).total() - 1);
	}

	private static Found each(SearchQueries queries, @Nullable Rank after, int size) throws IOException {
		return read((searcher) -> new SearchPass(queries, Slips.NOWHERE, searcher,
				new BestRanks(after, Math.min(size, ARTICLES)), new SegmentScores(ARTICLES), FREQUENT_TERMS,
				Integer.MAX_VALUE)
			.run());
	}

	private static Found find(SearchQueries queries, @Nullable Rank after, int size, boolean counting)
			throws IOException {
		return read((searcher) -> new SearchPasses(queries, searcher, after, size, new SegmentScores(ARTICLES),
				FREQUENT_TERMS)
			.find(counting));
	}

	private static Found read(IndexReading<Found> reading) throws IOException {
		IndexSearcher searcher = INDEX.acquire();
		try {
			return reading.read(searcher);
		}
		finally {
			INDEX.release(searcher);
		}
	}

	private static SearchQueries queries(int words, @Nullable Query filter, RandomGenerator random) {
		List<Weighted> wanted = new ArrayList<>();
		for (int i = 0; i < words; i++) {
			List<String> names = random.nextBoolean() ? List.of(topic(random.nextInt(4)).value()) : List.of();
			wanted.add(new Weighted(word(drawn(random), 1).word(), names, () -> Near.NOTHING, 1 + random.nextInt(4)));
		}
		return new SearchQueries(new SearchTerms(wanted, List.of(), List.of(), List.of()), filter, NOW.toEpochMilli());
	}

	private static Weighted word(String text, float weight) {
		return new Weighted(ANALYSIS.words(SearchText.of(text)).words().getFirst(), List.of(), () -> Near.NOTHING,
				weight);
	}

	private static OpenIndex index() {
		try {
			return new OpenIndex(new MappedFiles(new ByteBuffersDirectory()), INDEXING.codec(), true);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static NodeId topic(int number) {
		return NodeId.named('T', "t" + number);
	}

	private static String words(int number, RandomGenerator random) {
		StringBuilder words = new StringBuilder();
		for (int i = 0; i < number; i++) {
			words.append(drawn(random)).append(' ');
		}
		return words.toString().strip();
	}

	private static String drawn(RandomGenerator random) {
		double part = random.nextDouble();
		return WORDS.get((int) (part * part * WORDS.size()));
	}

}
