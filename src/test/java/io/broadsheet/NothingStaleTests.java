package io.broadsheet;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.broadsheet.access.Permission;
import io.broadsheet.author.Author;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hunts for answers that are older than what their readers know of: many read and write
 * side by side at random, and whoever reads after a write was acknowledged must see what
 * it wrote, or what was written since. Some thousand steps;
 * {@code -Dbroadsheet.stale.steps=1000000} for more, with a new gateway now and then, and
 * {@code -Dbroadsheet.stale.seed} for others.
 */
@GatewayTest
@TestExecutionListeners(listeners = NothingStaleTests.Eras.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
class NothingStaleTests {

	private static final int STEPS = Integer.getInteger("broadsheet.stale.steps", 2_000);

	private static final long SEED = Long.getLong("broadsheet.stale.seed", 1);

	/** After so many the newsroom is so large that most of the time goes into it. */
	private static final int STEPS_OF_ERA = 40_000;

	private static final int CLIENTS = 6;

	/** Then others are written, since an article has 100 corrections at most. */
	private static final int STEPS_OF_ROUND = 8_000;

	/** One step in so many writes. */
	private static final int READS_FOR_A_WRITE = 6;

	private final JsonMapper json = JsonMapper.builder().build();

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@ParameterizedTest
	@MethodSource("eras")
	void whoReadsAfterAWriteSeesIt(int era) throws Exception {
		SplittableRandom seeds = new SplittableRandom(SEED + era);
		int ofEra = Math.min(STEPS_OF_ERA, STEPS - era * STEPS_OF_ERA);
		int reads = 0;
		try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
			for (int done = 0; done < ofEra; done += STEPS_OF_ROUND) {
				List<Fact> facts = facts(done / STEPS_OF_ROUND);
				int steps = Math.min(STEPS_OF_ROUND, ofEra - done) / CLIENTS;
				List<Callable<Integer>> work = IntStream.range(0, CLIENTS).<Callable<Integer>>mapToObj((n) -> {
					SplittableRandom random = seeds.split();
					return () -> work(facts, steps, random);
				}).toList();
				for (Future<Integer> client : clients.invokeAll(work)) {
					reads += client.get();
				}
			}
		}
		System.out.printf("%d steps of %d by %d clients, %d of them reads, none stale; %s%n",
				era * STEPS_OF_ERA + ofEra, STEPS, CLIENTS, reads, kept());
	}

	static IntStream eras() {
		return IntStream.range(0, Math.ceilDiv(STEPS, STEPS_OF_ERA));
	}

	private List<Fact> facts(int round) {
		return IntStream.range(0, 3)
			.mapToObj((n) -> factsOf("stale" + round + "-" + n))
			.flatMap(Collection::stream)
			.toList();
	}

	private int work(List<Fact> facts, int steps, SplittableRandom random) {
		int reads = 0;
		for (int step = 0; step < steps; step++) {
			Fact fact = facts.get(random.nextInt(facts.size()));
			if (random.nextInt(READS_FOR_A_WRITE) > 0 || !fact.write()) {
				read(fact, random);
				reads++;
			}
			else {
				fact.readings().forEach((reading) -> read(fact, reading, random));
			}
		}
		return reads;
	}

	private void read(Fact fact, SplittableRandom random) {
		read(fact, fact.readings().get(random.nextInt(fact.readings().size())), random);
	}

	private void read(Fact fact, Reading reading, SplittableRandom random) {
		int known = fact.acknowledged().get();
		JsonNode answer = ask(reading.query(), reading.variables().apply(known), random);
		int last = fact.begun().get();
		assertThat(
				IntStream.rangeClosed(known, last).anyMatch((version) -> reading.shows().test(answer, known, version)))
			.as("%s, versions %d to %d, from %s: %s", fact.name(), known, last, reading.query(), answer)
			.isTrue();
	}

	/** By GET or POST, in one of several spellings. */
	private JsonNode ask(String query, Map<String, ?> variables, SplittableRandom random) {
		String spelled = query + " ".repeat(random.nextInt(2));
		HttpRequest.Builder request;
		if (random.nextBoolean()) {
			request = HttpRequest.newBuilder(this.client.address("/graphql?query=" + encoded(spelled) + "&variables="
					+ encoded(this.json.writeValueAsString(variables))));
		}
		else {
			request = HttpRequest.newBuilder(this.client.address("/graphql"))
				.header("Content-Type", "application/json")
				.POST(BodyPublishers
					.ofString(this.json.writeValueAsString(Map.of("query", spelled, "variables", variables))));
		}
		JsonNode answer = this.json
			.readTree(this.client.send(request.header("Accept", "application/graphql-response+json").build()).body());
		assertThat(answer.has("errors")).as(answer.toString()).isFalse();
		return answer.get("data");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private List<Fact> factsOf(String name) {
		Topic topic = this.newsroom.topic(name + " topic");
		Author author = this.newsroom.author(name + " author");
		List<Section> parents = List.of(this.newsroom.section(name + " even", null),
				this.newsroom.section(name + " odd", null));
		Section section = this.newsroom.section(name + " section", parents.getFirst());
		ArticleBuilder page = article(name + " page").about(topic).by(author).in(section).in("is");
		this.newsroom.publish(page);
		String slug = name + "-page";
		return List.of(
				new Fact(name + "'s text", (version) -> this.newsroom
					.publish(article(name + " page").about(topic).by(author).in(section).in("is").brief("v" + version)),
						Reading.of("{ article(by: { slug: \"" + slug + "\" }) { brief } }",
								(answer, version) -> isVersion(answer.at("/article/brief"), version)),
						Reading.of("{ node(id: \"" + page.id() + "\") { ... on Article { brief } } }",
								(answer, version) -> isVersion(answer.at("/node/brief"), version)),
						Reading.of(
								"{ topic(by: { slug: \"" + name
										+ "-topic\" }) { articles(first: 1) { nodes { slug brief } } } }",
								(answer, version) -> isVersion(answer.at("/topic/articles/nodes/0/brief"), version))),
				presence(name), nameOfTopic(name, topic, slug), nameOfAuthor(name, author, slug),
				place(name, section, parents, slug), corrections(name), shares(name), merges(name), appearances(name));
	}

	private static boolean isVersion(JsonNode text, int version) {
		return (version == 0) ? text.isNull() : text.asString().equals("v" + version);
	}

	private Fact presence(String name) {
		Topic topic = this.newsroom.topic(name + " coming and going");
		ArticleBuilder story = article(name + " story").about(topic).in("is");
		return new Fact(name + "'s presence", (version) -> {
			if (version % 2 == 1) {
				this.newsroom.publish(story);
			}
			else {
				change("articleWithdraw", Map.of("id", story.id().value(), "reason", "Version " + version));
			}
		}, Reading.of("{ article(by: { slug: \"" + name + "-story\" }) { slug } }",
				(answer, version) -> answer.at("/article").isNull() == (version % 2 == 0)),
				Reading.of("{ nodes(ids: [\"" + story.id() + "\"]) { id } }",
						(answer, version) -> answer.at("/nodes/0").isNull() == (version % 2 == 0)),
				Reading.of("{ articles(filter: { topicsAny: [\"" + topic.id() + "\"] }) { totalCount } }",
						(answer, version) -> answer.at("/articles/totalCount").asInt() == version % 2));
	}

	private Fact nameOfTopic(String name, Topic topic, String slug) {
		return new Fact("the name of " + name + "'s topic",
				(version) -> change("topicUpdate", Map.of("id", topic.id().value(), "name", named(name, version))),
				Reading.of("{ article(by: { slug: \"" + slug + "\" }) { topics { name } } }",
						(answer, version) -> is(answer.at("/article/topics/0/name"), named(name, version), version)),
				Reading.of("{ article(by: { slug: \"" + slug + "\" }) { jsonLd } }",
						(answer, version) -> version == 0 || answer.toString().contains(named(name, version))));
	}

	private Fact nameOfAuthor(String name, Author author, String slug) {
		return new Fact("the name of " + name + "'s author",
				(version) -> change("authorUpdate", Map.of("id", author.id().value(), "name", named(name, version))),
				Reading.of("{ article(by: { slug: \"" + slug + "\" }) { authors { name } } }",
						(answer, version) -> is(answer.at("/article/authors/0/name"), named(name, version), version)),
				Reading.of("{ author(by: { id: \"" + author.id() + "\" }) { name } }",
						(answer, version) -> is(answer.at("/author/name"), named(name, version), version)));
	}

	private Fact place(String name, Section section, List<Section> parents, String slug) {
		return new Fact("the place of " + name + "'s section",
				(version) -> change("sectionUpdate",
						Map.of("id", section.id().value(), "name", named(name, version), "parent",
								parents.get(version % 2).id().value())),
				Reading.of("{ article(by: { slug: \"" + slug + "\" }) { breadcrumbs { name } } }",
						(answer, version) -> is(answer.at("/article/breadcrumbs/2/name"), named(name, version), version)
								&& answer.at("/article/breadcrumbs/1/name")
									.asString()
									.equals(parents.get(version % 2).name())),
				Reading.of("{ articles(filter: { sections: [\"" + parents.getFirst().id() + "\"] }) { totalCount } }",
						(answer, version) -> answer.at("/articles/totalCount").asInt() == 1 - version % 2),
				Reading.of("{ section(by: { id: \"" + parents.getLast().id() + "\" }) { children { name } } }",
						(answer, version) -> answer.at("/section/children").size() == version % 2));
	}

	private Fact corrections(String name) {
		ArticleBuilder story = article(name + " corrected").in("is");
		this.newsroom.publish(story);
		return new Fact(name + "'s corrections",
				(version) -> change("articleCorrect",
						Map.of("id", story.id().value(), "kind", "UPDATE", "text", "Update " + version)),
				Reading.of("{ article(by: { slug: \"" + name + "-corrected\" }) { corrections { text } } }",
						(answer, version) -> answer.at("/article/corrections").size() == version));
	}

	private Fact shares(String name) {
		Section section = this.newsroom.section(name + " shares", null);
		ArticleBuilder story = article(name + " shared").in(section).in("is");
		this.newsroom.publish(story);
		return new Fact(name + "'s shares",
				(version) -> change(this.client, "shareRecord",
						Map.of("articleId", story.id().value(), "channel", "EMAIL", "idempotencyKey",
								name + "-" + version)),
				Reading.of("{ article(by: { slug: \"" + name + "-shared\" }) { share { total } } }",
						(answer, version) -> answer.at("/article/share/total").asInt() == version),
				Reading.of("{ trending(first: 50, section: \"" + section.id() + "\") { shares article { slug } } }",
						(answer, version) -> trend(answer, name + "-shared") == version));
	}

	private static int trend(JsonNode answer, String slug) {
		return StreamSupport.stream(answer.at("/trending").spliterator(), false)
			.filter((one) -> one.at("/article/slug").asString().equals(slug))
			.mapToInt((one) -> one.get("shares").asInt())
			.findFirst()
			.orElse(0);
	}

	private Fact merges(String name) {
		Topic into = this.newsroom.topic(name + " merged");
		return new Fact(name + "'s merges", (version) -> {
			Topic from = this.newsroom.topic(name + " to be merged " + version);
			this.newsroom.publish(article(name + " about what is merged " + version).about(from).in("is"));
			change("topicMerge", Map.of("from", from.id().value(), "into", into.id().value()));
		}, Reading.of("{ articles(filter: { topicsAny: [\"" + into.id() + "\"] }) { totalCount } }",
				(answer, version) -> answer.at("/articles/totalCount").asInt() == version),
				new Reading("query($slug: String!) { topic(by: { slug: $slug }) { slug } }",
						(known) -> Map.of("slug", name + "-to-be-merged-" + known),
						(answer, known, version) -> known == 0
								|| answer.at("/topic/slug").asString().equals(name + "-merged")));
	}

	/** The next one is looked for before it is there. */
	private Fact appearances(String name) {
		String query = "query($slug: String!) { article(by: { slug: $slug }) { slug } }";
		return new Fact(name + "'s appearances",
				(version) -> this.newsroom.publish(article(name + " appears " + version).in("is")),
				new Reading(query, (known) -> Map.of("slug", name + "-appears-" + (known + 1)),
						(answer, known, version) -> answer.at("/article").isNull() == (version == known)),
				new Reading(query, (known) -> Map.of("slug", name + "-appears-" + known),
						(answer, known, version) -> answer.at("/article").isNull() == (known == 0)));
	}

	private static String named(String name, int version) {
		return name + " version " + version + ".";
	}

	private static boolean is(JsonNode text, String name, int version) {
		return version == 0 || text.asString().equals(name);
	}

	private void change(String mutation, Map<String, ?> input) {
		change(this.client.as("Nell", Permission.EDIT, Permission.PUBLISH, Permission.ADMINISTER), mutation, input);
	}

	private static void change(GraphQlClient who, String mutation, Map<String, ?> input) {
		String type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input";
		JsonNode answer = who.ask(
				"mutation($input: " + type + "!) { " + mutation + "(input: $input) { errors { message } } }",
				Map.of("input", input));
		assertThat(answer.has("errors")).as(answer.toString()).isFalse();
		assertThat(answer.at("/data/" + mutation + "/errors").isEmpty()).as(answer.toString()).isTrue();
	}

	private String kept() {
		return this.client.send(HttpRequest.newBuilder(this.client.address("/actuator/prometheus")).build())
			.body()
			.lines()
			.filter((line) -> line.startsWith("cache_gets_total"))
			.toList()
			.toString();
	}

	/** Whether an answer is that of a version, for somebody who knew of one before. */
	@FunctionalInterface
	private interface Shows {

		boolean test(JsonNode answer, int known, int version);

	}

	/** Whether an answer is that of a version. */
	@FunctionalInterface
	private interface ShowsVersion {

		boolean test(JsonNode answer, int version);

	}

	/** What is asked of a fact by somebody who knows of a version. */
	private record Reading(String query, IntFunction<Map<String, ?>> variables, Shows shows) {

		static Reading of(String query, ShowsVersion shows) {
			return new Reading(query, (known) -> Map.of(), (answer, known, version) -> shows.test(answer, version));
		}

	}

	/** Something that is now so and now otherwise. */
	private record Fact(String name, IntConsumer change, List<Reading> readings, AtomicInteger begun,
			AtomicInteger acknowledged, ReentrantLock changing) {

		Fact(String name, IntConsumer change, Reading... readings) {
			this(name, change, List.of(readings), new AtomicInteger(), new AtomicInteger(), new ReentrantLock());
		}

		/** Writes its next version, unless somebody else is at it. */
		boolean write() {
			if (!this.changing.tryLock()) {
				return false;
			}
			try {
				int version = this.begun.incrementAndGet();
				this.change.accept(version);
				this.acknowledged.set(version);
				return true;
			}
			finally {
				this.changing.unlock();
			}
		}

	}

	/** Has each era begin with an empty store; if there is but one, others go on. */
	static class Eras implements TestExecutionListener {

		@Override
		public void afterTestMethod(TestContext test) {
			if (STEPS > STEPS_OF_ERA) {
				test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
			}
		}

	}

}
