package io.broadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.broadsheet.access.DevelopmentTokens;
import io.broadsheet.access.Permission;
import io.broadsheet.article.Articles;
import io.broadsheet.store.Preparations;
import org.bson.Document;
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

/** A newsroom at work is exported, and imported into an empty store. */
@ExtendWith(OutputCaptureExtension.class)
class BackupTests {

	private static final ArticleBuilder STORY = article("Backed up");

	private static final List<String> KEPT = List.of("drafts", "revisions", "auditLog", "shareActions", "shareTallies");

	@TempDir
	private Path folder = Path.of("");

	private final TestStore store = new TestStore();

	private final TestStore restored = new TestStore();

	private String draft = "";

	@BeforeEach
	void work() {
		try (ServletWebServerApplicationContext gateway = serve(this.store)) {
			gateway.getBean(Articles.class).publish(List.of(STORY.build()));
			GraphQlClient editor = editor(gateway);
			JsonNode begun = editor
				.ask("""
						mutation {
						  draftCreate(input: {headline: "Not yet", markdown: "First words."}) { draft { id } errors { message } }
						}""")
				.at("/data/draftCreate");
			this.draft = begun.at("/draft/id").asString();
			editor.ask("""
					mutation ($id: ID!) {
					  draftUpdate(input: {id: $id, expectedRevision: 1, markdown: "Second words."}) { draft { id } }
					}""", Map.of("id", this.draft));
			for (String key : List.of("one", "two", "three")) {
				editor.ask(
						"""
								mutation ($id: ID!, $key: String!) {
								  shareRecord(input: {articleId: $id, channel: EMAIL, idempotencyKey: $key}) { errors { message } }
								}""",
						Map.of("id", STORY.id().value(), "key", key));
			}
		}
	}

	@AfterEach
	void close() {
		this.store.close();
		this.restored.close();
	}

	@Test
	void draftsRevisionsSharesAndTheAuditLogComeBackUnderTheirIds(CapturedOutput output) throws IOException {
		assertThat(run(this.store, "export", out("out"))).isZero();

		assertThat(run(this.restored, "import", out("out"))).isZero();
		assertThat(run(this.restored, "export", out("again"))).isZero();

		assertThat(output).contains("drafts: 1 restored", "revisions: 1 restored", "audit entries: 2 restored",
				"shares: 3 restored");
		assertThat(files("again")).isEqualTo(files("out"))
			.containsKeys("drafts.ndjson", "revisions.ndjson", "audit-entries.ndjson", "shares.ndjson");
		KEPT.forEach((name) -> assertThat(documents(this.restored, name)).isEqualTo(documents(this.store, name))
			.isNotEmpty());
	}

	@Test
	void editorsGoOnWhereTheyWere() throws IOException {
		run(this.store, "export", out("out"));
		run(this.restored, "import", out("out"));

		try (ServletWebServerApplicationContext gateway = serve(this.restored)) {
			GraphQlClient editor = editor(gateway);
			JsonNode changed = editor.ask(
					"""
							mutation ($id: ID!) {
							  draftUpdate(input: {id: $id, expectedRevision: 2, markdown: "Third words."}) { draft { revision } }
							}""",
					Map.of("id", this.draft));
			assertThat(changed.at("/data/draftUpdate/draft/revision").asInt()).isEqualTo(3);
			assertThat(editor
				.ask("query ($id: ID!) { node(id: $id) { ... on Article { share { total } } } }",
						Map.of("id", STORY.id().value()))
				.at("/data/node/share/total")
				.asInt()).isEqualTo(3);
		}
		assertThat(run(this.restored, "import", out("out"))).isZero();
		assertThat(documents(this.restored, "drafts").toString()).contains("Third words.");
	}

	@Test
	void nobodyReadsWhatWasNotPublished() throws IOException {
		this.store.direct()
			.getCollection("drafts")
			.updateOne(Filters.eq("_id", this.draft), Updates.set("publishing",
					new Document("by", "Nell").append("at", Instant.EPOCH).append("slug", "not-yet")));
		run(this.store, "export", out("out"));
		run(this.restored, "import", out("out"));

		try (ServletWebServerApplicationContext gateway = serve(this.restored)) {
			assertThat(editor(gateway).ask("{ articles { nodes { headline } } }").at("/data/articles/nodes").toString())
				.isEqualTo("[{\"headline\":\"Backed up\"}]");
		}
	}

	@Test
	void aDamagedLineIsRefusedAlone(CapturedOutput output) throws IOException {
		run(this.store, "export", out("out"));
		Files.writeString(this.folder.resolve("out/drafts.ndjson"), """
				{"type":"Draft","_id":"Dxxxxxxxxxxxxxxxx","schemaVersion":99}
				{"type":"Article","id":"Axxxxxxxxxxxxxxxx","headline":"Smuggled"}
				""", StandardOpenOption.APPEND);

		assertThat(run(this.restored, "import", out("out"))).isEqualTo(Commands.SOME_REFUSED);

		assertThat(output).contains("drafts.ndjson:2", "schema version 99", "drafts.ndjson:3",
				"The \"type\" of this line is not \"Draft\"");
		assertThat(documents(this.restored, "drafts")).hasSize(1);
		assertThat(documents(this.restored, "articles")).hasSize(1);
	}

	private ServletWebServerApplicationContext serve(TestStore where) {
		ServletWebServerApplicationContext gateway = (ServletWebServerApplicationContext) new SpringApplicationBuilder(
				Broadsheet.class)
			.run("--server.port=0", "--broadsheet.sample=false", "--broadsheet.mongodb-uri=" + where.uri(),
					"--broadsheet.data-dir=" + this.folder.resolve("data"));
		gateway.getBean(Preparations.class).await(Duration.ofMinutes(1));
		return gateway;
	}

	private static GraphQlClient editor(ServletWebServerApplicationContext gateway) {
		return new GraphQlClient(gateway, new Editors(gateway.getBean(DevelopmentTokens.class))).as("Nell",
				Permission.EDIT, Permission.PUBLISH);
	}

	private String out(String name) {
		return this.folder.resolve(name).toString();
	}

	private int run(TestStore where, String... arguments) {
		return new Commands()
			.run(Stream.concat(Stream.of(arguments), Stream.of("--broadsheet.mongodb-uri=" + where.uri(),
					"--broadsheet.data-dir=" + this.folder.resolve("tools")))
				.toArray(String[]::new));
	}

	private Map<String, String> files(String name) throws IOException {
		Map<String, String> contents = new TreeMap<>();
		try (Stream<Path> files = Files.list(this.folder.resolve(name))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				contents.put(String.valueOf(file.getFileName()), Files.readString(file));
			}
		}
		return contents;
	}

	private static List<Document> documents(TestStore where, String collection) {
		return where.direct().getCollection(collection).find().sort(new Document("_id", 1)).into(new ArrayList<>());
	}

}
