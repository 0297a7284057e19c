package io.broadsheet.related;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.broadsheet.Editors;
import io.broadsheet.GraphQlClient;
import io.broadsheet.TemporaryDataDir;
import io.broadsheet.graph.NodeId;
import io.broadsheet.intake.Import;
import io.broadsheet.intake.ImportListener;
import io.broadsheet.intake.ImportOptions;
import io.broadsheet.intake.Source;
import io.broadsheet.related.Judgements.Result;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures related stories against people's judgements, through the API:
 * {@code mvn test -Prelevance -Drelevance.content=FOLDER -Drelevance.judgements=FILE}.
 * Not part of the build's own tests.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "broadsheet.sample=false", "broadsheet.related.remembered=0" })
@ContextConfiguration(initializers = TemporaryDataDir.class)
@org.springframework.context.annotation.Import({ GraphQlClient.class, Editors.class })
class RelevanceMeasure {

	private static final int AT_ONCE = 20;

	private final Import intake;

	private final GraphQlClient client;

	private final RelatedStories stories;

	private final Map<String, Story> known = new HashMap<>();

	/** The slugs that the judgements name, by their articles' ids. */
	private final Map<String, String> judged = new HashMap<>();

	@Autowired
	RelevanceMeasure(Import intake, GraphQlClient client, RelatedStories stories) {
		this.intake = intake;
		this.client = client;
		this.stories = stories;
	}

	@Test
	void relatedStoriesAreMeasuredAgainstJudgements() throws IOException {
		this.intake.run(List.of(path("relevance.content")), new ImportOptions("en", true), new Quiet());
		Judgements judgements = Judgements.read(path("relevance.judgements"));
		Set<String> all = judgements.grades()
			.entrySet()
			.stream()
			.flatMap((entry) -> Stream.concat(Stream.of(entry.getKey()), entry.getValue().keySet().stream()))
			.collect(Collectors.toSet());
		chunks(List.copyOf(all)).forEach(this::learn);
		assertThat(this.known.keySet()).as("judged articles in the content").containsAll(all);
		List<Result> whole = results(judgements, false);
		List<Result> earlier = results(judgements, true);
		RelevanceTable table = new RelevanceTable(whole, earlier);
		System.out.println(table);
		cost(List.copyOf(judgements.grades().keySet()));
		Path report = Path.of("target", "relevance.html");
		new RelevanceReport(whole, this.known).write(report, table);
		System.out.println("The best and the worst twenty: " + report);
	}

	private void learn(List<String> slugs) {
		JsonNode answer = ask(slugs, "id headline publishedAt");
		for (int i = 0; i < slugs.size(); i++) {
			JsonNode article = answer.at("/data/a" + i);
			if (article.isObject()) {
				this.known.put(slugs.get(i), new Story(article.get("id").asString(), article.get("headline").asString(),
						Instant.parse(article.get("publishedAt").asString())));
				this.judged.put(article.get("id").asString(), slugs.get(i));
			}
		}
	}

	private List<Result> results(Judgements judgements, boolean earlierOnly) {
		List<Result> results = new ArrayList<>();
		for (List<String> slugs : chunks(List.copyOf(judgements.grades().keySet()))) {
			StringBuilder document = new StringBuilder("{");
			for (int i = 0; i < slugs.size(); i++) {
				document.append(
						" a%d: article(by: {slug: \"%s\"}) { related(first: 10%s) { article { id slug headline } score reasons { label share } } }"
							.formatted(i, slugs.get(i), earlierOnly
									? ", publishedBefore: \"" + story(slugs.get(i)).publishedAt() + "\"" : ""));
			}
			JsonNode answer = this.client.ask(document.append(" }").toString());
			assertThat(answer.get("errors")).as(answer.toString()).isNull();
			for (int i = 0; i < slugs.size(); i++) {
				Map<String, Integer> relevant = new HashMap<>(judgements.grades().get(slugs.get(i)));
				Instant asked = story(slugs.get(i)).publishedAt();
				relevant.keySet().removeIf((slug) -> earlierOnly && !story(slug).publishedAt().isBefore(asked));
				JsonNode related = answer.at("/data/a" + i + "/related");
				related.forEach((each) -> remember(each.get("article")));
				if (!relevant.isEmpty()) {
					results.add(new Result(slugs.get(i), judgedSlugs(related), relevant));
				}
			}
		}
		return results;
	}

	/** As the judgements spell them: the import makes some slugs fit for addresses. */
	private List<String> judgedSlugs(JsonNode related) {
		List<String> slugs = new ArrayList<>();
		for (JsonNode each : related) {
			JsonNode article = each.get("article");
			slugs.add(this.judged.getOrDefault(article.get("id").asString(), article.get("slug").asString()));
		}
		return slugs;
	}

	private void remember(JsonNode article) {
		this.known.putIfAbsent(article.get("slug").asString(),
				new Story("", article.get("headline").asString(), Instant.EPOCH));
	}

	/**
	 * The processor time of a query, twenty at once in one pass and nothing remembered.
	 */
	private void cost(List<String> slugs) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		List<Double> millis = new ArrayList<>();
		for (int round = 0; round < 5; round++) {
			millis.clear();
			for (List<String> chunk : chunks(slugs)) {
				List<Beside> asked = chunk.stream()
					.map((slug) -> Beside.of(new NodeId(story(slug).id()), Wanted.ANY, 5))
					.toList();
				long before = threads.getCurrentThreadCpuTime();
				this.stories.find(asked);
				millis.add((threads.getCurrentThreadCpuTime() - before) / 1e6 / asked.size());
			}
		}
		double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		System.out.printf("Processor time a query: median %.2f ms, worst of %d passes %.2f ms%n",
				sorted[sorted.length / 2], sorted.length, sorted[sorted.length - 1]);
	}

	private JsonNode ask(List<String> slugs, String selection) {
		StringBuilder document = new StringBuilder("{");
		for (int i = 0; i < slugs.size(); i++) {
			document.append(" a%d: article(by: {slug: \"%s\"}) { %s }".formatted(i, slugs.get(i), selection));
		}
		return this.client.ask(document.append(" }").toString());
	}

	private Story story(String slug) {
		Story story = this.known.get(slug);
		if (story == null) {
			throw new IllegalStateException("No article " + slug);
		}
		return story;
	}

	private static List<List<String>> chunks(List<String> slugs) {
		List<List<String>> chunks = new ArrayList<>();
		for (int start = 0; start < slugs.size(); start += AT_ONCE) {
			chunks.add(slugs.subList(start, Math.min(slugs.size(), start + AT_ONCE)));
		}
		return chunks;
	}

	private static Path path(String property) {
		String value = System.getProperty(property, "");
		if (value.isEmpty()) {
			throw new IllegalArgumentException("Say with -D%s=… what to measure.".formatted(property));
		}
		return Path.of(value);
	}

	/**
	 * What is known of an article.
	 *
	 * @param id its id
	 * @param headline its headline
	 * @param publishedAt when it was published
	 */
	record Story(String id, String headline, Instant publishedAt) {
	}

	private static final class Quiet implements ImportListener {

		@Override
		public void refused(Source source, String reason) {
			System.out.println(source + ": " + reason);
		}

		@Override
		public void progress(long bytes, long allBytes, int articles) {
		}

	}

}
