package io.broadsheet.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares lists, totals, facets and walks over pages with what a plain computation over
 * the same random content says, while stories are published, re-dated and changed.
 */
@GatewayTest
class ArticleListPropertyTests {

	private static final int STORIES = 120;

	private static final int LISTS = 25;

	private static final String FIELDS = """
			{ totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
			  facets { sections { count section { id } } topics(first: 100) { count topic { id } }
			    authors(first: 100) { count author { id } } years { year count } } }""";

	private final Newsroom newsroom;

	private final Articles articles;

	private final GraphQlClient client;

	private final Map<NodeId, Article> model = new LinkedHashMap<>();

	private final List<Section> sections = new ArrayList<>();

	private final List<Topic> topics = new ArrayList<>();

	private final List<Author> authors = new ArrayList<>();

	private Random random = new Random(0);

	/** What marks the stories of this test among those of others. */
	private Topic marker;

	@Autowired
	ArticleListPropertyTests(Newsroom newsroom, Articles articles, GraphQlClient client) {
		this.newsroom = newsroom;
		this.articles = articles;
		this.client = client;
		this.marker = newsroom.topic("Random marker");
	}

	@BeforeEach
	void furnish() {
		Section root = this.newsroom.section("Random root", null);
		Section inner = this.newsroom.section("Random inner", root);
		this.sections.addAll(List.of(root, inner, this.newsroom.section("Random leaf", inner),
				this.newsroom.section("Random other", null)));
		IntStream.range(0, 6).forEach((n) -> this.topics.add(this.newsroom.topic("Random topic " + n)));
		IntStream.range(0, 4).forEach((n) -> this.authors.add(this.newsroom.author("Random author " + n)));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void listsAreWhatAPlainComputationSays(long seed) {
		this.random = new Random(seed);
		this.marker = this.newsroom.topic("Random marker " + seed);
		publish(IntStream.range(0, STORIES).mapToObj((n) -> story(seed, n)).toList());
		for (int n = 0; n < LISTS; n++) {
			Listing listing = listing();
			assertWhole(listing);
			assertWalk(listing, false);
			assertWalk(listing, true);
			publish(List.of(story(seed, this.random.nextInt(STORIES))));
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 4, 5 })
	void whileStoriesAreReDatedNoneThatStaysIsSkippedOrShownTwice(long seed) {
		this.random = new Random(seed);
		this.marker = this.newsroom.topic("Random marker " + seed);
		publish(IntStream.range(0, STORIES).mapToObj((n) -> story(seed, n)).toList());
		Listing listing = new Listing("", (article) -> true, "PUBLISHED_AT", "DESC");
		Set<NodeId> moved = new TreeSet<>();
		List<NodeId> walked = new ArrayList<>();
		String after = null;
		do {
			JsonNode page = ask(listing, "first: 7" + ((after != null) ? ", after: \"" + after + "\"" : ""));
			page.get("nodes").forEach((node) -> walked.add(new NodeId(node.get("id").asString())));
			after = page.at("/pageInfo/hasNextPage").asBoolean() ? page.at("/pageInfo/endCursor").asString() : null;
			Article changed = story(seed, this.random.nextInt(STORIES));
			moved.add(changed.id());
			publish(List.of(changed));
		}
		while (after != null);
		List<NodeId> stayed = this.model.keySet().stream().filter((id) -> !moved.contains(id)).toList();
		assertThat(walked.stream().filter(stayed::contains).toList()).containsExactlyInAnyOrderElementsOf(stayed);
	}

	private void assertWhole(Listing listing) {
		List<Article> expected = expected(listing);
		JsonNode list = ask(listing, "first: 100");
		assertThat(list.get("totalCount").asInt()).as(listing.filter()).isEqualTo(expected.size());
		assertThat(ids(list)).as(listing.toString()).isEqualTo(expected.stream().limit(100).map(Article::id).toList());
		assertThat(list.at("/pageInfo/hasNextPage").asBoolean()).isEqualTo(expected.size() > 100);
		assertThat(list.at("/pageInfo/hasPreviousPage").asBoolean()).isFalse();
		assertThat(counts(list.at("/facets/topics"), "topic")).isEqualTo(count(expected, Article::topics));
		assertThat(counts(list.at("/facets/authors"), "author")).isEqualTo(count(expected, Article::authors));
		assertThat(counts(list.at("/facets/sections"), "section")).isEqualTo(count(expected, this::sectionsOf));
		assertThat(StreamSupport.stream(list.at("/facets/years").spliterator(), false)
			.mapToInt((year) -> year.get("count").asInt())
			.sum()).isEqualTo(expected.size());
	}

	private void assertWalk(Listing listing, boolean backwards) {
		List<NodeId> walked = new ArrayList<>();
		String cursor = null;
		boolean more = true;
		while (more) {
			int size = 1 + this.random.nextInt(30);
			String page = (backwards ? "last: " : "first: ") + size
					+ ((cursor != null) ? (backwards ? ", before: \"" : ", after: \"") + cursor + "\"" : "");
			JsonNode list = ask(listing, page);
			List<NodeId> ids = new ArrayList<>(ids(list));
			assertThat(list.at(backwards ? "/pageInfo/hasNextPage" : "/pageInfo/hasPreviousPage").asBoolean())
				.isEqualTo(cursor != null);
			walked.addAll(backwards ? ids.reversed() : ids);
			cursor = list.at(backwards ? "/pageInfo/startCursor" : "/pageInfo/endCursor").asString();
			more = list.at(backwards ? "/pageInfo/hasPreviousPage" : "/pageInfo/hasNextPage").asBoolean();
		}
		List<NodeId> expected = new ArrayList<>(expected(listing).stream().map(Article::id).toList());
		if (backwards) {
			Collections.reverse(expected);
		}
		assertThat(walked).as(listing.toString()).isEqualTo(expected);
	}

	private List<Article> expected(Listing listing) {
		Comparator<Article> order = switch (listing.field()) {
			case "PUBLISHED_AT" -> Comparator.comparing(Article::publishedAt);
			case "UPDATED_AT" -> Comparator.comparing(Article::updatedAt);
			default -> Comparator.comparing(Article::headline, Collator.getInstance(ULocale.ROOT)::compare);
		};
		return this.model.values()
			.stream()
			.filter(listing.test())
			.sorted(("DESC".equals(listing.direction()) ? order.reversed() : order).thenComparing(Article::id))
			.toList();
	}

	private JsonNode ask(Listing listing, String page) {
		JsonNode answer = this.client.ask("""
				{ topic(by: {id: "%s"}) { articles(filter: {%s}, orderBy: {field: %s, direction: %s}, %s) %s } }"""
			.formatted(this.marker.id(), listing.filter(), listing.field(), listing.direction(), page, FIELDS));
		assertThat(answer.get("errors")).as(answer.toString()).isNull();
		return answer.at("/data/topic/articles");
	}

	private void publish(List<Article> stories) {
		this.articles.publish(stories);
		stories.forEach((story) -> this.model.put(story.id(), story));
	}

	private Article story(long seed, int number) {
		String slug = "random-" + seed + "-" + number;
		Instant published = TestClock.NOON.minus(Duration.ofDays(this.random.nextInt(40) * 30L));
		Set<NodeId> about = new TreeSet<>(some(this.topics.stream().map(Topic::id).toList()));
		about.add(this.marker.id());
		return new Article(NodeId.named(Article.KIND, slug), slug, List.of(), any(List.of("en", "de", "pt-BR", "pt")),
				any(List.of("Émile", "emile", "Zoo", "Ärger", "a-b", "a b", "42")), null, "Text", ReadingLoad.NONE,
				any(this.sections).id(), some(this.authors.stream().map(Author::id).toList()), List.copyOf(about), null,
				null, List.of(), List.of(), published, published,
				published.plus(Duration.ofHours(this.random.nextInt(3))), Map.of());
	}

	private Listing listing() {
		List<String> filters = new ArrayList<>();
		Predicate<Article> test = (article) -> true;
		if (this.random.nextInt(3) == 0) {
			List<Section> some = some(this.sections);
			filters.add("sections: " + list(some.stream().map(Section::id).toList()));
			Set<NodeId> ids = some.stream().map(Section::id).collect(Collectors.toSet());
			test = test.and((article) -> ids.isEmpty() || sectionsOf(article).stream().anyMatch(ids::contains));
		}
		if (this.random.nextInt(3) == 0) {
			List<NodeId> ids = some(this.authors.stream().map(Author::id).toList());
			filters.add("authors: " + list(ids));
			test = test.and((article) -> ids.isEmpty() || article.authors().stream().anyMatch(ids::contains));
		}
		if (this.random.nextInt(3) == 0) {
			List<NodeId> ids = some(this.topics.stream().map(Topic::id).toList());
			filters.add("topicsAny: " + list(ids));
			test = test.and((article) -> ids.isEmpty() || article.topics().stream().anyMatch(ids::contains));
		}
		if (this.random.nextInt(4) == 0) {
			List<NodeId> ids = some(this.topics.stream().map(Topic::id).toList());
			filters.add("topicsAll: " + list(ids));
			test = test.and((article) -> article.topics().containsAll(ids));
		}
		if (this.random.nextInt(3) == 0) {
			NodeId id = any(this.topics).id();
			filters.add("topicsNone: " + list(List.of(id)));
			test = test.and((article) -> !article.topics().contains(id));
		}
		if (this.random.nextInt(3) == 0) {
			Instant from = TestClock.NOON.minus(Duration.ofDays(this.random.nextInt(40) * 30L));
			filters.add("publishedAfter: \"" + from + "\"");
			test = test.and((article) -> !article.publishedAt().isBefore(from));
		}
		else if (this.random.nextInt(3) == 0) {
			Instant to = TestClock.NOON.minus(Duration.ofDays(this.random.nextInt(40) * 30L));
			filters.add("publishedBefore: \"" + to + "\"");
			test = test.and((article) -> article.publishedAt().isBefore(to));
		}
		if (this.random.nextInt(4) == 0) {
			filters.add("languages: [\"pt\", \"de\"]");
			test = test.and((article) -> !"en".equals(article.language()));
		}
		return new Listing(String.join(", ", filters), test, any(List.of("PUBLISHED_AT", "UPDATED_AT", "HEADLINE")),
				any(List.of("ASC", "DESC")));
	}

	private List<NodeId> sectionsOf(Article article) {
		List<NodeId> line = new ArrayList<>();
		for (NodeId id = article.section(); id != null; id = parent(id)) {
			line.add(id);
		}
		return line;
	}

	private @Nullable NodeId parent(NodeId id) {
		return this.sections.stream()
			.filter((section) -> section.id().equals(id))
			.findFirst()
			.map(Section::parent)
			.orElse(null);
	}

	private static Map<String, Integer> count(List<Article> stories, Function<Article, List<NodeId>> values) {
		Map<String, Integer> counts = new HashMap<>();
		stories.forEach((story) -> values.apply(story).forEach((id) -> counts.merge(id.value(), 1, Integer::sum)));
		return counts;
	}

	private static Map<String, Integer> counts(JsonNode facet, String name) {
		Map<String, Integer> counts = new HashMap<>();
		facet.forEach((one) -> counts.put(one.at("/" + name + "/id").asString(), one.get("count").asInt()));
		return counts;
	}

	private static List<NodeId> ids(JsonNode list) {
		return StreamSupport.stream(list.get("nodes").spliterator(), false)
			.map((node) -> new NodeId(node.get("id").asString()))
			.toList();
	}

	private static String list(List<NodeId> ids) {
		return ids.stream().map((id) -> "\"" + id + "\"").collect(Collectors.joining(", ", "[", "]"));
	}

	private <T> T any(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	private <T> List<T> some(List<T> choices) {
		return choices.stream().filter((choice) -> this.random.nextInt(3) == 0).toList();
	}

	/**
	 * A list to ask for, and how to compute it.
	 *
	 * @param filter the filter's fields
	 * @param test which stories it lets through
	 * @param field what it is ordered by
	 * @param direction which come first
	 */
	private record Listing(String filter, Predicate<Article> test, String field, String direction) {
	}

}
