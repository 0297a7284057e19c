package io.broadsheet.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.TestClock;
import io.broadsheet.article.Article;
import io.broadsheet.article.Articles;
import io.broadsheet.article.ReadingLoad;
import io.broadsheet.author.Author;
import io.broadsheet.graph.NodeId;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;

/**
 * Measures what lists and searches cost as an archive grows: asks the same questions over
 * HTTP of 2,000 and of 200,000 made-up articles of 4 KB, and rebuilds the index of the
 * larger archive. Run by {@code mvn test -Psearch-benchmark}; another size with
 * {@code -Dsearch.articles=N}.
 */
@GatewayTest
class SearchBenchmark {

	private static final int SMALL = 2_000;

	private static final int LARGE = Integer.getInteger("search.articles", 200_000);

	private static final int WORDS = 60_000;

	private static final int WORDS_IN_BODY = 620;

	private static final int BATCH = 500;

	private static final int WARM_UP = 300;

	private static final int QUERIES = 400;

	private final Newsroom newsroom;

	private final Articles articles;

	private final ArticleIndexing indexing;

	private final GraphQlClient client;

	private final Random random = new Random(1);

	private final String[] vocabulary = IntStream.range(0, WORDS)
		.mapToObj(SearchBenchmark::word)
		.toArray(String[]::new);

	private final List<Section> sections = new ArrayList<>();

	private final List<Topic> topics = new ArrayList<>();

	private final List<Author> authors = new ArrayList<>();

	private int published;

	@Autowired
	SearchBenchmark(Newsroom newsroom, Articles articles, ArticleIndexing indexing, GraphQlClient client) {
		this.newsroom = newsroom;
		this.articles = articles;
		this.indexing = indexing;
		this.client = client;
	}

	@Test
	void costsStayWhatTheyAreWhileTheArchiveGrows() throws IOException {
		IntStream.range(0, 12).forEach((n) -> this.sections.add(this.newsroom.section("Section " + n, null)));
		IntStream.range(0, 200).forEach((n) -> this.topics.add(this.newsroom.topic(word(n) + " matters")));
		IntStream.range(0, 300).forEach((n) -> this.authors.add(this.newsroom.author(word(n) + " " + word(n + 1))));
		publishUpTo(SMALL);
		Map<String, Double> small = measure();
		publishUpTo(LARGE);
		Map<String, Double> large = measure();
		System.out.printf("%n%-44s %10s %10s %7s%n", "median in ms, over HTTP", SMALL, LARGE, "ratio");
		small.forEach((name, cost) -> {
			double grown = large.getOrDefault(name, Double.NaN);
			System.out.printf("%-44s %10.2f %10.2f %7.2f%n", name, cost, grown, grown / cost);
		});
		System.out.printf("%nThe index of %d articles was rebuilt from the store in %d s%n%n", LARGE, rebuild());
	}

	private long rebuild() throws IOException {
		Path folder = Files.createTempDirectory("broadsheet-benchmark");
		long start = System.nanoTime();
		try (OpenIndex index = new OpenIndex(FSDirectory.open(folder), true)) {
			new IndexBuild(index, this.indexing).run(this.articles);
			index.commit(Map.of());
		}
		FileSystemUtils.deleteRecursively(folder);
		return Duration.ofNanos(System.nanoTime() - start).toSeconds();
	}

	private Map<String, Double> measure() {
		Map<String, Supplier<String>> questions = new LinkedHashMap<>();
		questions.put("20 newest with total", () -> list("first: 20"));
		questions.put("20 of a section with total",
				() -> list("first: 20, filter: {sections: [\"%s\"]}".formatted(any(this.sections).id())));
		questions.put("20 of a topic and two authors",
				() -> list("first: 20, filter: {topicsAny: [\"%s\"], authors: [\"%s\", \"%s\"]}"
					.formatted(any(this.topics).id(), any(this.authors).id(), any(this.authors).id())));
		questions.put("20 from the middle, by date", () -> list("first: 20, filter: {publishedBefore: \"%s\"}"
			.formatted(TestClock.NOON.minus(Duration.ofDays(1000 + this.random.nextInt(1000))))));
		questions.put("20 last updated", () -> list("first: 20, orderBy: {field: UPDATED_AT, direction: DESC}"));
		questions.put("20 by headline", () -> list("first: 20, orderBy: {field: HEADLINE, direction: ASC}"));
		questions.put("5 each of 50 topics with totals", this::fiftyTopics);
		questions.put("search for three rare words", () -> search(rare() + " " + rare() + " " + rare()));
		questions.put("search for a rare and a frequent word", () -> search(rare() + " " + frequent()));
		questions.put("search for two frequent words", () -> search(frequent() + " " + frequent()));
		questions.put("search with a slip", () -> search(rare().substring(1)));
		questions.put("suggest", () -> "{ suggest(prefix: \"%s\") { __typename ... on Article { headline } } }"
			.formatted(rare().substring(0, 1 + this.random.nextInt(3))));
		questions.put("facets of a topic",
				() -> facets("filter: {topicsAny: [\"%s\"]}".formatted(any(this.topics).id())));
		questions.put("facets of all but a topic",
				() -> facets("filter: {topicsNone: [\"%s\"]}".formatted(any(this.topics).id())));
		Map<String, Double> medians = new LinkedHashMap<>();
		questions.forEach((name, question) -> medians.put(name, median(question)));
		return medians;
	}

	private double median(Supplier<String> question) {
		IntStream.range(0, WARM_UP).forEach((n) -> ask(question.get()));
		long[] costs = IntStream.range(0, QUERIES).mapToLong((n) -> ask(question.get())).sorted().toArray();
		return costs[costs.length / 2] / 1e6;
	}

	private long ask(String question) {
		long start = System.nanoTime();
		JsonNode answer = this.client.ask(question);
		long cost = System.nanoTime() - start;
		if (answer.has("errors")) {
			throw new IllegalStateException(question + answer);
		}
		return cost;
	}

	private static String list(String arguments) {
		return "{ articles(%s) { totalCount nodes { headline publishedAt } pageInfo { hasNextPage endCursor } } }"
			.formatted(arguments);
	}

	private static String facets(String arguments) {
		return "{ articles(first: 0, %s) { facets { sections { count } topics { count } authors { count } years { count } } } }"
			.formatted(arguments);
	}

	private static String search(String text) {
		return "{ search(query: \"%s\") { nodes { headline } pageInfo { hasNextPage } } }".formatted(text);
	}

	private String fiftyTopics() {
		String ids = IntStream.range(0, 50)
			.mapToObj((n) -> this.topics.get(n).id().value())
			.collect(Collectors.joining("\", \""));
		return "{ nodes(ids: [\"%s\"]) { ... on Topic { articles(first: 5) { totalCount nodes { headline } } } } }"
			.formatted(ids);
	}

	private void publishUpTo(int count) {
		while (this.published < count) {
			int size = Math.min(BATCH, count - this.published);
			this.articles
				.publish(IntStream.range(this.published, this.published + size).mapToObj(this::article).toList());
			this.published += size;
		}
	}

	private Article article(int number) {
		String slug = "benchmark-" + number;
		Instant when = TestClock.NOON.minus(Duration.ofMinutes(this.random.nextInt(3650 * 24 * 60)));
		return new Article(NodeId.named(Article.KIND, slug), slug, List.of(), "en", text(9), text(24),
				text(WORDS_IN_BODY), ReadingLoad.NONE, any(this.sections).id(), List.of(any(this.authors).id()),
				IntStream.range(0, 4).mapToObj((n) -> any(this.topics).id()).distinct().toList(), null, null, List.of(),
				List.of(), when, when, when.plus(Duration.ofMinutes(this.random.nextInt(1000))), Map.of());
	}

	/** Words as frequent as in a language, by Zipf's law. */
	private String text(int words) {
		String[] text = new String[words];
		Arrays.setAll(text, (n) -> this.vocabulary[(int) Math.pow(WORDS, this.random.nextDouble()) - 1]);
		return String.join(" ", text);
	}

	private String rare() {
		return this.vocabulary[20_000 + this.random.nextInt(WORDS - 20_000)];
	}

	private String frequent() {
		return this.vocabulary[200 + this.random.nextInt(300)];
	}

	private <T> T any(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	/** Syllables that differ for each number. */
	private static String word(int number) {
		StringBuilder word = new StringBuilder();
		for (int rest = number + 37; rest > 0; rest /= 60) {
			word.append("bdfgklmnprst".charAt(rest % 12)).append("aeiou".charAt(rest % 60 / 12));
		}
		return word.append("l").toString();
	}

}
