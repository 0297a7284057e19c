package io.broadsheet.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds of whatever is searched for, in articles of words drawn at random. */
@GatewayTest
class SearchPropertyTests {

	/** The second of each two is the first one with a slip. */
	private static final List<String> WORDS = List.of("plinth", "plunth", "quokka", "quakka", "sphinx", "sphynx",
			"tugboat", "tugbaot", "wombat", "wonbat");

	private static final String SEARCH = """
			query Search($text: String!, $first: Int!, $after: String) {
			  search(query: $text, first: $first, after: $after) {
			    totalCount nodes { headline brief body { text } } facets { years { count } }
			    pageInfo { hasNextPage endCursor }
			  }
			}""";

	private static final String WITHOUT_TOTAL = """
			query Search($text: String!, $first: Int!, $after: String) {
			  search(query: $text, first: $first, after: $after) { nodes { headline } pageInfo { hasNextPage endCursor } }
			}""";

	private static final int ARTICLES = 80;

	private static final int QUERIES = 40;

	private final Newsroom newsroom;

	private final GraphQlClient client;

	@Autowired
	SearchPropertyTests(Newsroom newsroom, GraphQlClient client) {
		this.newsroom = newsroom;
		this.client = client;
	}

	@BeforeEach
	void publish() {
		RandomGenerator random = new Random(7);
		this.newsroom.publish(IntStream.range(0, ARTICLES)
			.mapToObj((n) -> article("Drawn " + n + " " + words(2, random)).brief(words(2, random))
				.saying(words(3, random)))
			.toArray(ArticleBuilder[]::new));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void pagesTotalsFacetsAndOrderFitTogether(long seed) {
		RandomGenerator random = new Random(seed);
		for (int n = 0; n < QUERIES; n++) {
			List<String> words = List.of(words(random.nextInt(1, 5), random).split(" ")).stream().distinct().toList();
			String query = String.join(" ", words) + (random.nextBoolean() ? " -" + word(random) : "");
			JsonNode whole = search(query, 100, null);
			assertThat(whole.get("totalCount").asInt()).as(query).isEqualTo(whole.get("nodes").size());
			assertThat(years(whole)).as(query).isEqualTo(whole.get("totalCount").asInt());
			assertThat(walk(query)).as(query).isEqualTo(headlines(whole));
			assertThatThoseWithAllWordsComeFirst(query, words, whole);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 4, 5 })
	void pagesAreTheSameWhetherOrNotTheTotalIsAskedFor(long seed) {
		RandomGenerator random = new Random(seed);
		for (int n = 0; n < QUERIES; n++) {
			String query = word(random).substring(random.nextInt(2)) + (random.nextBoolean() ? " " + word(random) : "");
			int size = random.nextInt(1, 8);
			JsonNode counted = search(SEARCH, query, size, null);
			JsonNode page = search(WITHOUT_TOTAL, query, size, null);
			assertThat(headlines(page)).as(query).isEqualTo(headlines(counted));
			assertThat(page.get("pageInfo")).as(query).isEqualTo(counted.get("pageInfo"));
			String after = page.at("/pageInfo/endCursor").asString(null);
			assertThat(headlines(search(WITHOUT_TOTAL, query, size, after))).as(query)
				.isEqualTo(headlines(search(SEARCH, query, size, after)));
		}
	}

	private void assertThatThoseWithAllWordsComeFirst(String query, List<String> words, JsonNode found) {
		String unwanted = query.contains("-") ? query.substring(query.indexOf('-') + 1) : "none";
		List<Boolean> all = StreamSupport.stream(found.get("nodes").spliterator(), false)
			.map((node) -> text(node).containsAll(words))
			.toList();
		assertThat(all).as(query).isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
		assertThat(found.get("nodes")).as(query).noneMatch((node) -> text(node).contains(unwanted));
		Map<String, Set<String>> published = new HashMap<>();
		search("drawn", 100, null).get("nodes")
			.forEach((node) -> published.put(node.get("headline").asString(), text(node)));
		assertThat(all.stream().filter((has) -> has).count()).as(query)
			.isEqualTo(published.values()
				.stream()
				.filter((text) -> text.containsAll(words) && !text.contains(unwanted))
				.count());
	}

	private static Set<String> text(JsonNode node) {
		String text = node.get("headline").asString() + " " + node.get("brief").asString() + " "
				+ node.at("/body/text").asString();
		return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\W+")).collect(Collectors.toSet());
	}

	private List<String> walk(String query) {
		List<String> walked = new ArrayList<>();
		String after = null;
		boolean more = true;
		while (more) {
			JsonNode page = search(query, 7, after);
			walked.addAll(headlines(page));
			more = page.at("/pageInfo/hasNextPage").asBoolean();
			after = page.at("/pageInfo/endCursor").asString();
		}
		return walked;
	}

	private static int years(JsonNode found) {
		return StreamSupport.stream(found.at("/facets/years").spliterator(), false)
			.mapToInt((year) -> year.get("count").asInt())
			.sum();
	}

	private static List<String> headlines(JsonNode found) {
		return StreamSupport.stream(found.get("nodes").spliterator(), false)
			.map((node) -> node.get("headline").asString())
			.toList();
	}

	private JsonNode search(String text, int first, @Nullable String after) {
		return search(SEARCH, text, first, after);
	}

	private JsonNode search(String document, String text, int first, @Nullable String after) {
		Map<String, Object> variables = new HashMap<>(Map.of("text", text, "first", first));
		if (after != null) {
			variables.put("after", after);
		}
		return this.client.ask(document, variables).at("/data/search");
	}

	private static String words(int count, RandomGenerator random) {
		return IntStream.range(0, count).mapToObj((n) -> word(random)).collect(Collectors.joining(" "));
	}

	private static String word(RandomGenerator random) {
		return WORDS.get(random.nextInt(WORDS.size()));
	}

}
