package io.broadsheet.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.article.Article;
import io.broadsheet.article.Articles;
import io.broadsheet.article.ReadingLoad;
import io.broadsheet.author.Author;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.NodeId;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.TopicKind;
import io.broadsheet.topic.Topics;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how well a search finds the story that somebody has in mind: who types the
 * three rarest words of its headline, rightly or with one slip, should see it first or
 * nearly so. Run by {@code mvn test -Psearch-quality -Dsearch.data=FOLDER} on a folder
 * with {@code articles.ndjson}, {@code authors.ndjson} and {@code topics.ndjson}.
 */
@GatewayTest
class SearchQuality {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");

	private static final int BATCH = 500;

	private final Articles articles;

	private final Authors authors;

	private final Topics topics;

	private final GraphQlClient client;

	private final JsonMapper json = JsonMapper.builder().build();

	private final Random random = new Random(20261124);

	@Autowired
	SearchQuality(Articles articles, Authors authors, Topics topics, GraphQlClient client) {
		this.articles = articles;
		this.authors = authors;
		this.topics = topics;
		this.client = client;
	}

	@Test
	void storiesAreFoundByTheirRarestWords() throws IOException {
		List<JsonNode> stories = publish(Path.of(System.getProperty("search.data")));
		Map<String, Integer> frequencies = frequencies(stories);
		Figures right = new Figures();
		Figures slipped = new Figures();
		for (JsonNode story : stories) {
			List<String> words = rarest(story.get("headline").asString(), frequencies);
			right.add(place(story, words));
			slipped.add(place(story, withSlip(words)));
		}
		System.out.printf("%nThe three rarest words of a headline, %d articles%n", stories.size());
		System.out.printf("  as they are:    first %.1f %%, among the first three %.1f %%%n", right.first(),
				right.amongThree());
		System.out.printf("  with one slip:  first %.1f %%, among the first three %.1f %%%n%n", slipped.first(),
				slipped.amongThree());
		assertThat(right.first()).isGreaterThanOrEqualTo(92);
		assertThat(right.amongThree()).isGreaterThanOrEqualTo(97);
		assertThat(slipped.amongThree()).isGreaterThanOrEqualTo(88);
	}

	/** Which place a story has among the first three, counted from 0, or -1. */
	private int place(JsonNode story, List<String> words) {
		JsonNode answer = this.client.ask("query($text: String!) { search(query: $text, first: 3) { nodes { slug } } }",
				Map.of("text", String.join(" ", words)));
		int place = 0;
		for (JsonNode node : answer.at("/data/search/nodes")) {
			if (node.get("slug").asString().equals(story.get("slug").asString())) {
				return place;
			}
			place++;
		}
		if (Boolean.getBoolean("search.misses")) {
			System.out.println(words + " misses " + story.get("headline").asString());
		}
		return -1;
	}

	private List<String> withSlip(List<String> words) {
		List<String> slipped = new ArrayList<>(words);
		int which = this.random.nextInt(words.size());
		StringBuilder word = new StringBuilder(words.get(which));
		int at = this.random.nextInt(word.length() - 1);
		switch (this.random.nextInt(3)) {
			case 0 -> word.setCharAt(at, (char) ('a' + this.random.nextInt(26)));
			case 1 -> word.deleteCharAt(at);
			default -> {
				char letter = word.charAt(at);
				word.setCharAt(at, word.charAt(at + 1));
				word.setCharAt(at + 1, letter);
			}
		}
		slipped.set(which, word.toString());
		return slipped;
	}

	private static List<String> rarest(String headline, Map<String, Integer> frequencies) {
		return words(headline).stream()
			.distinct()
			.sorted(Comparator.comparing((String word) -> frequencies.getOrDefault(word, 0))
				.thenComparing(String::toString))
			.limit(3)
			.toList();
	}

	private static Map<String, Integer> frequencies(List<JsonNode> stories) {
		Map<String, Integer> frequencies = new HashMap<>();
		for (JsonNode story : stories) {
			String text = story.get("headline").asString() + " " + story.path("brief").asString("") + " "
					+ story.get("body").asString();
			new HashSet<>(words(text)).forEach((word) -> frequencies.merge(word, 1, Integer::sum));
		}
		return frequencies;
	}

	private static List<String> words(String text) {
		return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
	}

	private List<JsonNode> publish(Path folder) throws IOException {
		this.authors.save(read(folder.resolve("authors.ndjson")).stream().map(SearchQuality::author).toList());
		this.topics.save(read(folder.resolve("topics.ndjson")).stream().map(SearchQuality::topic).toList());
		List<JsonNode> stories = read(folder.resolve("articles.ndjson"));
		for (int start = 0; start < stories.size(); start += BATCH) {
			this.articles.publish(stories.subList(start, Math.min(start + BATCH, stories.size()))
				.stream()
				.map(SearchQuality::article)
				.toList());
		}
		return stories.stream().filter((story) -> words(story.get("headline").asString()).size() >= 3).toList();
	}

	private List<JsonNode> read(Path file) throws IOException {
		return Files.readAllLines(file).stream().map(this.json::readTree).toList();
	}

	private static Author author(JsonNode author) {
		String slug = author.get("slug").asString();
		return new Author(NodeId.named(Author.KIND, slug), slug, List.of(), author.get("name").asString(), null, null);
	}

	private static Topic topic(JsonNode topic) {
		String slug = topic.get("slug").asString();
		return new Topic(NodeId.named(Topic.KIND, slug), slug, List.of(), topic.get("name").asString(), null,
				TopicKind.SUBJECT, List.of());
	}

	private static Article article(JsonNode story) {
		String slug = story.get("slug").asString();
		Instant when = Instant.parse(story.get("publishedAt").asString());
		return new Article(NodeId.named(Article.KIND, slug), slug, List.of(), "en", story.get("headline").asString(),
				story.path("brief").asStringOpt().orElse(null), story.get("body").asString(), ReadingLoad.NONE, null,
				ids(story.get("authors"), Author.KIND), ids(story.get("topics"), Topic.KIND), null, null, List.of(),
				List.of(), when, when, when, Map.of());
	}

	private static List<NodeId> ids(JsonNode slugs, char kind) {
		return StreamSupport.stream(slugs.spliterator(), false)
			.map((slug) -> NodeId.named(kind, slug.asString()))
			.toList();
	}

	private static final class Figures {

		private int asked;

		private int first;

		private int amongThree;

		void add(int place) {
			this.asked++;
			this.first += (place == 0) ? 1 : 0;
			this.amongThree += (place >= 0) ? 1 : 0;
		}

		double first() {
			return 100.0 * this.first / this.asked;
		}

		double amongThree() {
			return 100.0 * this.amongThree / this.asked;
		}

	}

}
