package io.broadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class CommandsTests {

	@TempDir
	private Path folder = Path.of("");

	@AutoClose
	private final TestStore store = new TestStore();

	private int run(String... args) {
		return run(args, "--broadsheet.mongodb-uri=" + (TestStore.isReal() ? this.store.uri() : ""));
	}

	/** Some things can go wrong with the embedded store alone. */
	private int runEmbedded(String... args) {
		return run(args, "--broadsheet.mongodb-uri=");
	}

	private int run(String[] args, String where) {
		String data = "--broadsheet.data-dir=" + this.folder.resolve("data");
		return new Commands().run(Stream.concat(Arrays.stream(args), Stream.of(data, where)).toArray(String[]::new));
	}

	private String file(String name, String... lines) throws IOException {
		Path content = Files.createDirectories(this.folder.resolve("content"));
		Files.write(content.resolve(name), Arrays.asList(lines));
		return content.toString();
	}

	@Test
	void contentGoesInAndOutAndInAgain(CapturedOutput output) throws IOException {
		String content = file("a.md", "---", "title: A", "date: 2020-05-14", "author: Jane", "---", "x");
		String out = this.folder.resolve("out").toString();

		assertThat(run("import", content)).isZero();
		assertThat(run("import", content)).isZero();
		assertThat(run("export", out)).isZero();
		assertThat(run("import", out)).isZero();

		assertThat(output.getOut()).containsSubsequence("1 article: 1 new, 0 changed, 0 as they were.",
				"1 section, author or topic new or changed.", "Nothing refused.",
				"1 article: 0 new, 0 changed, 1 as they were.",
				"1 articles, 0 sections, 1 authors, 0 topics and 0 pictures are in " + out,
				"1 article: 0 new, 0 changed, 1 as they were.");
		assertThat(output.getErr()).isEmpty();
	}

	@Test
	void someRefusedIsOneAndTheRestIsIn(CapturedOutput output) throws IOException {
		file("good.md", "---", "title: A", "date: 2020-05-14", "---", "x");
		file("draft.md", "---", "title: A", "date: 2020-05-14", "draft: true", "---", "x");
		String content = file("bad.md", "---", "title: A", "date: someday", "---", "x");

		assertThat(run("import", content)).isOne();

		assertThat(output.getErr()).isEqualToIgnoringNewLines(content
				+ "/bad.md:3: \"date: someday\" is a date in no known form; 2026-05-14 or 2026-05-14T08:30:00+02:00 would be.");
		assertThat(output.getOut()).contains("1 article: 1 new",
				"1 draft is not published: " + content + "/draft.md:1.", "1 refused.");
	}

	@Test
	void whatCannotRunSaysSoInOneSentence(CapturedOutput output) throws IOException {
		String content = file("a.md", "---", "title: A", "date: 2020-05-14", "---", "x");

		assertThat(run("import", content + "/nowhere")).isEqualTo(2);
		try (ConfigurableApplicationContext other = ContentTools
			.open(List.of("--broadsheet.data-dir=" + this.folder.resolve("data")))) {
			assertThat(other.isActive()).isTrue();
			assertThat(runEmbedded("import", content)).isEqualTo(2);
		}
		assertThat(run("import", content, "--broadsheet.time-zone=Mars/Olympus")).isEqualTo(2);
		file("other.txt", "x");
		assertThat(run("export", content)).isEqualTo(2);

		assertThat(output.getErr().lines()).hasSize(4)
			.satisfiesExactly((line) -> assertThat(line).isEqualTo("There is no " + content + "/nowhere."),
					(line) -> assertThat(line).startsWith("The data folder ").contains("is in use by another"),
					(line) -> assertThat(line).contains("BROADSHEET_TIME_ZONE", "\"Mars/Olympus\"", "a time zone"),
					(line) -> assertThat(line).contains("has other files in it", "--overwrite"));
		assertThat(output.getOut()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--bogus", "bogus", "import", "import --bogus x", "export", "export a b", "schema x",
			"serve x", "import x --language=12", "token", "token --permission=EDIT",
			"token --name=Nell --permission=READ", "token --name=" })
	void anythingElseIsToldHowItIsUsed(String line, CapturedOutput output) {
		assertThat(run(line.split(" ", -1))).isEqualTo(2);

		assertThat(output.getErr()).contains("Usage: broadsheet");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "serve ", "import ", "export ", "schema ", "token " })
	void eachCommandHasHelpAndVersion(String command, CapturedOutput output) {
		assertThat(run((command + "--help").split(" ", -1))).isZero();
		assertThat(run((command + "--version").split(" ", -1))).isZero();

		assertThat(output.getOut()).contains("Usage: broadsheet " + command.strip(), "Broadsheet ");
	}

	@Test
	void theSchemaIsPrintedToItsEnd(CapturedOutput output) throws IOException {
		assertThat(run("schema")).isZero();

		assertThat(output.getOut()).contains("type Query {").endsWith("}\n");
		TypeDefinitionRegistry printed = new SchemaParser().parse(output.getOut());
		try (Stream<Path> files = Files.list(Path.of("schema"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".graphqls")).toList()) {
				assertThat(printed.types().keySet())
					.containsAll(new SchemaParser().parse(Files.readString(file)).types().keySet());
			}
		}
	}

	@Test
	void aTokenIsAllThatIsPrintedAndTheStoreIsLeftAlone(CapturedOutput output) {
		try (ConfigurableApplicationContext server = ContentTools
			.open(List.of("--broadsheet.data-dir=" + this.folder.resolve("data")))) {
			assertThat(run("token", "--name", "Nell Abara", "--permission", "EDIT", "PUBLISH")).isZero();
			assertThat(run("token", "--name=Nell Abara", "--permission=EDIT,PUBLISH")).isZero();
			assertThat(server.isActive()).isTrue();
		}

		assertThat(output.getOut().lines()).hasSize(2)
			.allSatisfy((token) -> assertThat(token).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+"));
		assertThat(output.getErr()).isEmpty();
	}

	@Test
	void thereAreNoDevelopmentTokensInProductionOrWhereAnIssuerSigns(CapturedOutput output) {
		assertThat(run("token", "--name=Nell", "--broadsheet.production=true")).isEqualTo(2);
		assertThat(run("token", "--name=Nell", "--broadsheet.jwt.issuer-uri=https://login.news.example")).isEqualTo(2);
		assertThat(run("token", "--name=Nell", "--broadsheet.jwt.issuer-uri=login")).isEqualTo(2);

		assertThat(output.getErr().lines()).satisfiesExactly(
				(line) -> assertThat(line)
					.isEqualTo("There are no development tokens in production (BROADSHEET_PRODUCTION is true)."),
				(line) -> assertThat(line).contains("BROADSHEET_JWT_…", "not by this gateway"),
				(line) -> assertThat(line).contains("BROADSHEET_JWT_ISSUER_URI", "\"login\"", "https://login"));
		assertThat(this.folder.resolve("data").resolve("development.key")).doesNotExist();
	}

	@Test
	void withoutACommandItServesWithTheSettings() {
		Commands commands = new Commands();

		assertThat(commands.run("--server.port=9000", "--debug")).isZero();
		assertThat(commands.serving()).containsExactly("--server.port=9000", "--debug");

		Commands help = new Commands();
		assertThat(help.run("--help", "--server.port=9000")).isZero();
		assertThat(help.serving()).isNull();
	}

}
