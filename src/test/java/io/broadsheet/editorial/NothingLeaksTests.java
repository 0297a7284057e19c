package io.broadsheet.editorial;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.InspectedSchema;
import io.broadsheet.Newsroom;
import io.broadsheet.SocketClient;
import io.broadsheet.TestClock;
import io.broadsheet.author.Author;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds a secret back in every text of a story, and after each step of the newsroom asks
 * every question that a reader can ask.
 */
@GatewayTest
class NothingLeaksTests {

	/** What readers may guess, and search for. */
	private static final String GUESSED = "quixotry";

	/** What stands beside it wherever it is, and must never be seen. */
	private static final String SECRET = "zorbulax";

	/** An answer with one of these would have told nothing in any case. */
	private static final List<String> REFUSALS = List.of("GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED",
			"QUERY_TOO_COMPLEX", "RATE_LIMITED", "TIMEOUT", "INTERNAL_SERVER_ERROR");

	private static final String TEXT = GUESSED + " " + SECRET;

	private static final String SLUG = GUESSED + "-held-back";

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private TestClock clock;

	@Autowired
	private InspectedSchema inspected;

	private Section section;

	private Author author;

	private Topic topic;

	private ArticleBuilder neighbour;

	private Desk nell;

	@BeforeEach
	void openTheNewsroom() {
		this.section = this.newsroom.section("Confidential", null);
		this.author = this.newsroom.author("Conny Confidential");
		this.topic = this.newsroom.topic("Confidences");
		this.neighbour = article("A neighbour in confidence").in(this.section).by(this.author).about(this.topic);
		this.newsroom.publish(this.neighbour);
		this.nell = Desk.of(this.client, "Nell");
	}

	@Test
	void aStoryOnItsWayToThePageIsSeenNowhereBefore() {
		Desk.Draft draft = this.nell.create(secrets());
		assertNothingLeaks(draft);
		draft = this.nell.submit(draft);
		assertNothingLeaks(draft);
		draft = this.nell.schedule(draft, Map.of("at", this.clock.instant().plus(Duration.ofDays(3000)).toString()));
		assertThat(draft.errors()).isEmpty();
		assertNothingLeaks(draft);
		assertNothingLeaks(this.nell.unschedule(draft));
	}

	@Test
	void aRevisionIsSeenNowhereWhileTheArticleIsRead() {
		Desk.Draft draft = this.nell
			.create(with(Map.of("from", this.neighbour.id().value(), "slug", SLUG + "-revision")));
		assertThat(draft.errors()).isEmpty();
		assertNothingLeaks(draft);
		assertNothingLeaks(this.nell.discard(draft));
	}

	@Test
	void whatWasWithdrawnAndRestoredIsSeenNowhere() {
		Desk.Draft draft = this.nell.create(with(Map.of("slug", SLUG + "-withdrawn")));
		draft = this.nell.publish(draft);
		assertThat(answers(draft)).as("the questions would find it").anyMatch((answer) -> answer.contains(SECRET));

		NewsDesk.of(this.client)
			.article("articleWithdraw", Map.of("id", draft.get("article/id"), "reason", "A " + SECRET + " reason"));
		assertNothingLeaks(draft);

		Desk.Draft restored = this.nell.restore(now(draft), 1);
		assertThat(restored.errors()).isEmpty();
		assertNothingLeaks(restored);
	}

	@Test
	void subscribersHearNothingBeforeAndOfWhatIsPublishedOnly() {
		try (SocketClient subscriber = SocketClient.connect(this.client.address("/graphql"))) {
			subscriber.listen("s", """
					subscription { articlePublished(filter: {languages: ["lb"]}) { headline brief body { text } } }""");
			Desk.Draft draft = this.nell.create(with(Map.of("slug", SLUG + "-unheard", "language", "lb")));
			draft = this.nell.unschedule(this.nell.schedule(this.nell.submit(draft),
					Map.of("at", this.clock.instant().plus(Duration.ofDays(3000)).toString())));
			assertThat(draft.errors()).isEmpty();

			this.newsroom.publish(article("Heard by all").in("lb"));

			assertThat(subscriber.hear("next").toString()).contains("Heard by all").doesNotContain(SECRET);
		}
	}

	@Test
	void everyFieldThatAReaderCanReachIsAsked() {
		ReadersQueries queries = queries("D", "A");
		queries.all();

		assertThat(queries.asked()).containsAll(reachable(this.inspected.report().schema()));
	}

	private void assertNothingLeaks(Desk.Draft draft) {
		assertThat(answers(draft)).isNotEmpty()
			.noneMatch((answer) -> answer.contains(SECRET))
			.noneMatch((answer) -> REFUSALS.stream().anyMatch(answer::contains));
		assertThat(List.of("/graphql/schema", "/graphiql/lessons", "/actuator/prometheus", "/actuator/health",
				"/sitemap.xml"))
			.noneMatch((path) -> this.client.send(HttpRequest.newBuilder(this.client.address(path)).build())
				.body()
				.contains(SECRET));
	}

	private Desk.Draft now(Desk.Draft draft) {
		return new Desk.Draft(this.nell.ask("{ draft(id: \"%s\") { id revision } }".formatted(draft.id())).get("data"));
	}

	private List<String> answers(Desk.Draft draft) {
		String article = this.nell.look(draft, "{ preview { id } }").at("/preview/id").asString();
		return queries(draft.id(), article).all().stream().map((query) -> this.client.ask(query).toString()).toList();
	}

	private ReadersQueries queries(String draft, String article) {
		List<String> named = List.of(key(this.section.id().value()));
		return new ReadersQueries(this.inspected.report().schema(),
				Map.ofEntries(
						Map.entry("Query.node.id",
								List.of(text(draft), text(article), text(this.section.id().value()),
										text(this.topic.id().value()), text(this.author.id().value()))),
						Map.entry("Query.nodes.ids", List.of("[" + text(draft) + ", " + text(article) + "]")),
						Map.entry("Query.article.by",
								List.of(key(article), "{slug: " + text(SLUG) + "}",
										"{url: \"https://tollingford.example/articles/" + SLUG + "\"}",
										key(this.neighbour.id().value()))),
						Map.entry("Query.section.by", named),
						Map.entry("Query.author.by", List.of(key(this.author.id().value()))),
						Map.entry("Query.topic.by", List.of(key(this.topic.id().value()))),
						Map.entry("Query.search.query",
								List.of(text(GUESSED), text(GUESSED.substring(1)), text("confidence"))),
						Map.entry("Query.suggest.prefix", List.of(text(GUESSED.substring(0, 4)), text("zorb"))),
						Map.entry("Query.preview.token", List.of(text(draft))),
						Map.entry("Query.draft.id", List.of(text(draft)))));
	}

	private Map<String, Object> secrets() {
		return with(Map.of("slug", SLUG));
	}

	private Map<String, Object> with(Map<String, ?> more) {
		Map<String, Object> input = new HashMap<>();
		input.put("headline", TEXT + " headline");
		input.put("brief", TEXT + " brief");
		input.put("markdown", TEXT + " body\n\n> " + TEXT + " quote");
		input.put("editorsComment", TEXT + " comment");
		input.put("section", this.section.id().value());
		input.put("authors", List.of(this.author.id().value()));
		input.put("topics", List.of(this.topic.id().value()));
		input.put("image", Map.of("url", "https://pictures.example/" + SECRET + ".jpg", "alt", TEXT, "caption", TEXT,
				"credit", TEXT, "license", TEXT));
		input.putAll(more);
		return input;
	}

	private static Set<String> reachable(GraphQLSchema schema) {
		return schema.getAllTypesAsList()
			.stream()
			.filter(GraphQLObjectType.class::isInstance)
			.map(GraphQLObjectType.class::cast)
			.filter((type) -> !type.getName().startsWith("__"))
			.filter((type) -> !Set.of("Mutation", "Subscription").contains(type.getName()))
			.filter((type) -> !type.getName().endsWith("Payload"))
			.flatMap((type) -> type.getFields().stream().map((field) -> type.getName() + "." + field.getName()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String key(String id) {
		return "{id: " + text(id) + "}";
	}

	private static String text(String value) {
		return "\"" + value + "\"";
	}

}
