package io.broadsheet;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.broadsheet.access.DevelopmentTokens;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Preparations;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/** What somebody put into the store by hand, and wrongly, while no gateway ran. */
@ExtendWith(OutputCaptureExtension.class)
class DamagedContentTests {

	private static final ArticleBuilder SOUND = article("Sound story");

	private static final List<Object> WRONG = List.of(7, true, new Document("a", 1), List.of(1, "a"), Instant.EPOCH,
			new ObjectId());

	/**
	 * Fields whose every wrong value damages an article; any text is a sound headline.
	 */
	private static final List<String> FIELDS = List.of("status", "slug", "language", "headline", "brief", "markdown",
			"section", "authors", "topics", "image", "editorsComment", "corrections", "picks", "firstPublishedAt",
			"publishedAt", "updatedAt");

	@TempDir
	private Path folder = Path.of("");

	private final TestStore store = new TestStore();

	@BeforeEach
	void publish() {
		try (ServletWebServerApplicationContext gateway = serve("first")) {
			gateway.getBean(Articles.class).publish(List.of(SOUND.build()));
		}
	}

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void eachDamagedArticleIsLeftOutAloneAndNamed(CapturedOutput output) {
		List<String> damaged = damageEachField();

		try (ServletWebServerApplicationContext gateway = serve("second")) {
			assertOnlyTheSoundOneIsServed(gateway);
		}
		assertThat(damaged).isNotEmpty()
			.allSatisfy((id) -> assertThat(output).contains("Left out the damaged article " + id));
	}

	@Test
	void anArticleWithoutAnIdOfItsOwnIsLeftOutAloneAndNamed(CapturedOutput output) {
		List<Object> ids = List.of(new ObjectId(), 7, true, new Document("a", 1), Instant.EPOCH, "no id");
		ids.forEach((id) -> insert(new Document("_id", id)));

		try (ServletWebServerApplicationContext gateway = serve("second")) {
			assertOnlyTheSoundOneIsServed(gateway);
		}
		assertThat(output).contains("Left out the damaged article no id,", "Left out the damaged article 7,");
		assertThat(run("export", this.folder.resolve("out").toString())).isZero();
	}

	@Test
	void aDamagedShareActionOrTallyKeepsNothingElseAway(CapturedOutput output) {
		this.store.direct().getCollection("shareActions").insertOne(new Document("idempotencyKey", 7));
		this.store.direct()
			.getCollection("shareTallies")
			.insertOne(new Document("_id", SOUND.id().value()).append("counts", "many"));

		try (ServletWebServerApplicationContext gateway = serve("second")) {
			assertOnlyTheSoundOneIsServed(gateway);
		}
		assertThat(output).contains("Left out the damaged share action",
				"Left out the damaged tally of the article " + SOUND.id().value());
	}

	private void assertOnlyTheSoundOneIsServed(ServletWebServerApplicationContext gateway) {
		JsonNode answer = new GraphQlClient(gateway, new Editors(gateway.getBean(DevelopmentTokens.class))).ask("""
				{
				  articles(first: 50) { totalCount nodes { headline share { total } related { article { id } } } }
				  search(query: "sound") { totalCount nodes { headline } }
				  trending(window: WEEK) { article { id } }
				}""");
		assertThat(answer.has("errors")).as(answer.toString()).isFalse();
		assertThat(answer.at("/data/articles/totalCount").asInt()).isOne();
		assertThat(answer.at("/data/search/nodes/0/headline").asString()).isEqualTo("Sound story");
	}

	/** A copy of the sound article for each field and each wrong value. */
	private List<String> damageEachField() {
		List<String> damaged = new ArrayList<>();
		for (String field : FIELDS) {
			for (Object wrong : WRONG) {
				String id = NodeId.named('A', field + wrong).value();
				if (!isSound(field, wrong)) {
					insert(new Document("_id", id).append(field, wrong));
					damaged.add(id);
				}
			}
		}
		for (Document version : List.of(new Document("schemaVersion", 99), new Document("schemaVersion", "two"),
				new Document("schemaVersion", null), new Document("status", "EMBARGOED"))) {
			String id = NodeId.named('A', version.toJson()).value();
			insert(new Document("_id", id).append(version.keySet().iterator().next(),
					version.values().iterator().next()));
			damaged.add(id);
		}
		return damaged;
	}

	private static boolean isSound(String field, Object value) {
		return value instanceof Instant && field.endsWith("At");
	}

	private void insert(Document wrong) {
		MongoCollection<Document> articles = this.store.direct().getCollection("articles");
		Document copy = new Document(articles.find(Filters.eq("_id", SOUND.id().value())).first());
		copy.append("slug", "damaged").append("addresses", List.of("damaged-" + wrong.get("_id")));
		copy.putAll(wrong);
		articles.insertOne(copy);
	}

	/** Each with an index of its own, which it has to build. */
	private ServletWebServerApplicationContext serve(String data) {
		ServletWebServerApplicationContext gateway = (ServletWebServerApplicationContext) new SpringApplicationBuilder(
				Broadsheet.class)
			.run("--server.port=0", "--broadsheet.sample=false", "--broadsheet.mongodb-uri=" + this.store.uri(),
					"--broadsheet.data-dir=" + this.folder.resolve(data));
		gateway.getBean(Preparations.class).await(Duration.ofMinutes(1));
		return gateway;
	}

	private int run(String... arguments) {
		return new Commands()
			.run(Stream.concat(Stream.of(arguments), Stream.of("--broadsheet.mongodb-uri=" + this.store.uri(),
					"--broadsheet.data-dir=" + this.folder.resolve("tools")))
				.toArray(String[]::new));
	}

}
