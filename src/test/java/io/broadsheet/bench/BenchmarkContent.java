package io.broadsheet.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * A made-up newsroom, the same every time: articles of 4 KB whose words are as frequent
 * as in a language, with authors, topics and sections, in files that {@code import}
 * reads.
 */
final class BenchmarkContent {

	private static final int AUTHORS = 100;

	private static final int TOPICS = 200;

	private static final int SECTIONS = 12;

	private static final ZipfWords WORDS = new ZipfWords(60_000);

	private static final int WORDS_IN_PARAGRAPH = 90;

	private static final int PARAGRAPHS = 7;

	private static final Instant NEWEST = Instant.parse("2026-05-14T12:00:00Z");

	private final JsonMapper json = JsonMapper.builder().build();

	private final Random random = new Random(1);

	private final int articles;

	BenchmarkContent(int articles) {
		this.articles = articles;
	}

	/**
	 * The slugs of the articles, in an order in which neighbours have little in common.
	 */
	List<String> slugs() {
		return IntStream.range(0, this.articles).mapToObj(BenchmarkContent::slug).toList();
	}

	/** Writes the files into a folder. */
	void writeTo(Path folder) throws IOException {
		Files.createDirectories(folder);
		write(folder.resolve("sections.ndjson"), named("Section", SECTIONS));
		write(folder.resolve("authors.ndjson"), named("Author", AUTHORS));
		write(folder.resolve("topics.ndjson"), IntStream.range(0, TOPICS)
			.mapToObj((n) -> Map.of("slug", "topic-" + n, "name", "Topic " + n, "kind", "SUBJECT")));
		write(folder.resolve("articles.ndjson"), IntStream.range(0, this.articles).mapToObj(this::article));
	}

	private static Stream<Map<String, ?>> named(String kind, int count) {
		return IntStream.range(0, count)
			.mapToObj((n) -> Map.of("slug", kind.toLowerCase(Locale.ROOT) + "-" + n, "name", kind + " " + n));
	}

	private Map<String, ?> article(int number) {
		return Map.ofEntries(Map.entry("slug", slug(number)), Map.entry("headline", text(9)),
				Map.entry("brief", text(24)), Map.entry("language", "en"), Map.entry("markdown", body()),
				Map.entry("section", "section-" + number % SECTIONS),
				Map.entry("authors", List.of("author-" + this.random.nextInt(AUTHORS))), Map.entry("topics", topics()),
				Map.entry("publishedAt", NEWEST.minus(Duration.ofMinutes(30L * number)).toString()));
	}

	private List<String> topics() {
		return IntStream.generate(() -> this.random.nextInt(TOPICS))
			.distinct()
			.limit(4)
			.mapToObj((n) -> "topic-" + n)
			.toList();
	}

	private String body() {
		return IntStream.range(0, PARAGRAPHS)
			.mapToObj((n) -> (n % 3 == 2) ? "> " + text(WORDS_IN_PARAGRAPH) : text(WORDS_IN_PARAGRAPH))
			.collect(Collectors.joining("\n\n"));
	}

	private String text(int words) {
		return WORDS.text(words, this.random);
	}

	private static String slug(int number) {
		return "benchmark-" + number;
	}

	private void write(Path file, Stream<? extends Map<String, ?>> documents) throws IOException {
		try (BufferedWriter writer = Files.newBufferedWriter(file)) {
			for (String line : (Iterable<String>) documents.map(this.json::writeValueAsString)::iterator) {
				writer.write(line);
				writer.newLine();
			}
		}
	}

}
