package io.broadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.broadsheet.Wire.Condition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A gateway that is killed between two of the writes by which it publishes a story, and
 * started again.
 */
class DeathWhilePublishingTests {

	private static final String NEWSROOM = "{ articles(first: 1) { nodes { section { id } authors { id } } } }";

	private static final String CREATE = """
			mutation($headline: String!, $section: ID!, $author: ID!) {
			  draftCreate(input: {headline: $headline, markdown: "All of it.", section: $section, authors: [$author]}) {
			    draft { id }
			  }
			}""";

	private static final String PUBLISH = """
			mutation($draft: ID!) {
			  draftPublish(input: {id: $draft, expectedRevision: 1}) { errors { message } }
			}""";

	private static final String READ = "query($headline: String!) { search(query: $headline) { nodes { headline body { text } } } }";

	private static final String LOOK = """
			query($draft: ID!) {
			  draft(id: $draft) { status history { nodes { action } } }
			  auditLog(filter: {targets: [$draft], actions: ["draftPublish"]}) { nodes { by fromRevision } }
			}""";

	private static final Duration SOON = Duration.ofSeconds(20);

	@TempDir
	private static Path folder;

	private static TestStore store;

	private static Instance gateway;

	@BeforeAll
	static void start() throws IOException {
		store = new TestStore();
		Path content = folder.resolve("content");
		Files.writeString(Files.createDirectories(content.resolve("news")).resolve("first.md"),
				"---\ntitle: First\nauthor: Nell\ndate: 2026-05-14\n---\nNews.");
		assertThat(new Commands().run("import", content.toString(),
				"--broadsheet.data-dir=" + folder.resolve("gateway"), "--broadsheet.mongodb-uri=" + store.uri()))
			.isZero();
		gateway = new Instance(folder.resolve("gateway"), store.uri(), Instance.PATIENT).start();
	}

	@AfterAll
	static void stop() {
		gateway.close();
		store.close();
	}

	@ParameterizedTest
	@CsvSource({ "insert, changes", "insert, revisions", "update, auditLog", "delete, begunActions" })
	void whatWasBegunIsCompletedAndToldOnce(String command, String collection) throws IOException {
		String headline = "Killed before the %s of %s".formatted(command, collection);
		String draft = create(headline);
		store.wire().hangBefore(command, collection);
		CompletableFuture<Boolean> answered = CompletableFuture.supplyAsync(() -> publish(draft));
		Awaitility.await().atMost(SOON).until(store.wire()::hangs);

		gateway.signal("KILL");
		assertThat(answered).succeedsWithin(SOON).isEqualTo(false);
		// What the dead gateway was about to send is gone with its connections.
		store.wire().is(Condition.RESETTING);
		store.wire().is(Condition.UP);
		gateway.start();

		JsonNode found = gateway.ask(READ, Map.of("headline", headline)).at("/data/search/nodes/0");
		assertThat(found.get("headline").asString()).isEqualTo(headline);
		assertThat(found.at("/body/text").asString()).isEqualTo("All of it.");
		JsonNode seen = gateway.askAsEditor(LOOK, Map.of("draft", draft)).get("data");
		assertThat(seen.at("/draft/status").asString()).isEqualTo("PUBLISHED");
		assertThat(seen.at("/draft/history/nodes").findValuesAsString("action"))
			.isEqualTo(List.of("draftPublish", "draftCreate"));
		assertThat(seen.at("/auditLog/nodes").toString()).isEqualTo("[{\"by\":\"Nell\",\"fromRevision\":1}]");
	}

	private static String create(String headline) throws IOException {
		JsonNode newsroom = gateway.ask(NEWSROOM, Map.of()).at("/data/articles/nodes/0");
		return gateway
			.askAsEditor(CREATE, Map.of("headline", headline, "section", newsroom.at("/section/id").asString(),
					"author", newsroom.at("/authors/0/id").asString()))
			.at("/data/draftCreate/draft/id")
			.asString();
	}

	/** Whether the gateway answers. */
	private static boolean publish(String draft) {
		try {
			gateway.askAsEditor(PUBLISH, Map.of("draft", draft));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
