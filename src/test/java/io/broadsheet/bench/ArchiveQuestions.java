package io.broadsheet.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What readers ask of a {@link MadeUpArchive}, another thing each time. All questions of
 * a kind are answered with the same number of stories, however large the archive is.
 */
final class ArchiveQuestions {

	private static final String LIST = """
			query List($filter: ArticleFilter, $order: ArticleOrder) { articles(first: 20, filter: $filter, orderBy: $order) {
			  totalCount nodes { headline publishedAt } pageInfo { hasNextPage endCursor } } }
			""";

	private static final String TOPICS = """
			query Topics($ids: [ID!]!) { nodes(ids: $ids) { ... on Topic { articles(first: 5) { totalCount nodes { headline } } } } }
			""";

	private static final String FACETS = """
			query Facets($filter: ArticleFilter) { articles(first: 0, filter: $filter) { facets {
			  sections { count } topics { count } authors { count } years { count } } } }
			""";

	private static final String SEARCH = """
			query Search($text: String!, $first: Int) { search(query: $text, first: $first) {
			  nodes { headline } pageInfo { hasNextPage } } }
			""";

	private static final String TOTAL = """
			query Total($text: String!) { search(query: $text, first: 20) { totalCount nodes { headline } } }
			""";

	private static final String SUGGEST = """
			query Suggest($prefix: String!) { suggest(prefix: $prefix) { __typename ... on Article { headline } } }
			""";

	private static final String RELATED = """
			query Related($ids: [ID!]!) { nodes(ids: $ids) { ... on Article { related(first: 5) { article { headline } } } } }
			""";

	/** So many stories are in each part of the archive whose facets are asked for. */
	private static final int IN_PART = 40;

	private final MadeUpArchive archive;

	private final RandomGenerator random = new Random(1);

	ArchiveQuestions(MadeUpArchive archive) {
		this.archive = archive;
	}

	/** Kinds of questions by name, each a source of requests. */
	Map<String, Supplier<Request>> all() {
		Map<String, Supplier<Request>> all = new LinkedHashMap<>();
		all.put("20 newest, with total", () -> list(Map.of("publishedAfter", anyTime(0.9, 1))));
		all.put("20 of a section, with total", () -> list(Map.of("sections", any('S', MadeUpArchive.SECTIONS, 1))));
		all.put("20 of a topic, with total", () -> list(Map.of("topicsAny", any('T', MadeUpArchive.TOPICS, 1))));
		all.put("20 from anywhere, by date", () -> list(Map.of("publishedBefore", anyTime(0.1, 0.9))));
		all.put("20 last updated", () -> ordered("UPDATED_AT", "DESC"));
		all.put("20 by headline", () -> ordered("HEADLINE", "ASC"));
		all.put("5 each of 50 topics, with totals",
				() -> new Request(TOPICS, Map.of("ids", any('T', MadeUpArchive.TOPICS, 50))));
		all.put("search: a frequent word", () -> search(word(200, 1000), 20));
		all.put("search: two frequent words", () -> search(word(100, 300) + " " + word(100, 300), 20));
		all.put("search: a frequent and a rare word", () -> search(word(100, 300) + " " + word(2000, 4000), 5));
		all.put("search: three rare words", () -> search(words(3, 20_000, 60_000), 5));
		all.put("search: a slip", () -> search(slip(), 5));
		all.put("search: two words, with total",
				() -> new Request(TOTAL, Map.of("text", word(100, 300) + " " + word(100, 300))));
		all.put("suggest", () -> new Request(SUGGEST, Map.of("prefix", prefix())));
		all.put("facets of " + IN_PART + " stories", () -> new Request(FACETS, Map.of("filter", part())));
		all.put("facets of a topic",
				() -> new Request(FACETS, Map.of("filter", Map.of("topicsAny", any('T', MadeUpArchive.TOPICS, 1)))));
		all.put("facets of nearly all",
				() -> new Request(FACETS, Map.of("filter", Map.of("publishedAfter", anyTime(0, 0.02)))));
		all.put("related to 20, remembered", () -> related(0, 1));
		all.put("related to 20", () -> related(this.random.nextInt(this.archive.articles()), 7));
		return all;
	}

	private static Request list(Map<String, ?> filter) {
		return new Request(LIST, Map.of("filter", filter));
	}

	private Request ordered(String field, String direction) {
		return new Request(LIST, Map.of("filter", Map.of("publishedAfter", anyTime(0, 0.1)), "order",
				Map.of("field", field, "direction", direction)));
	}

	private static Request search(String text, int first) {
		return new Request(SEARCH, Map.of("text", text, "first", first));
	}

	private Request related(int first, int step) {
		return new Request(RELATED, Map.of("ids",
				IntStream.range(0, 20)
					.mapToObj((n) -> MadeUpArchive.id('A', (first + n * step) % this.archive.articles()).value())
					.toList()));
	}

	/** A moment between two parts of the archive's time, the newest being 1. */
	private String anyTime(double from, double to) {
		return time(this.random.nextDouble(from, to));
	}

	private static String time(double part) {
		Duration sinceOldest = Duration.ofSeconds((long) (MadeUpArchive.SPAN.toSeconds() * part));
		Instant oldest = MadeUpArchive.NEWEST.minus(MadeUpArchive.SPAN);
		return oldest.plus(sinceOldest).toString();
	}

	private Map<String, String> part() {
		double length = (double) IN_PART / this.archive.articles();
		double start = this.random.nextDouble(0, 1 - length);
		return Map.of("publishedAfter", time(start), "publishedBefore", time(start + length));
	}

	private List<String> any(char kind, int all, int number) {
		return this.random.ints(0, all)
			.distinct()
			.limit(number)
			.mapToObj((n) -> MadeUpArchive.id(kind, n).value())
			.toList();
	}

	private String word(int from, int to) {
		return MadeUpArchive.WORDS.word(this.random.nextInt(from, to));
	}

	private String words(int number, int from, int to) {
		return String.join(" ", IntStream.range(0, number).mapToObj((n) -> word(from, to)).toList());
	}

	private String slip() {
		return word(1000, 3000).substring(1);
	}

	private String prefix() {
		return word(1000, 60_000).substring(0, this.random.nextInt(1, 5));
	}

	/**
	 * A GraphQL request.
	 *
	 * @param query its document
	 * @param variables its variables
	 */
	record Request(String query, Map<String, ?> variables) {
	}

}
