package io.broadsheet.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What cannot be taken in is named by file, line and reason, and the rest goes in. */
class RefusedContentTests {

	private final Path folder;

	private final Press press;

	RefusedContentTests(@TempDir Path folder) {
		this.folder = folder;
		this.press = new Press(folder);
	}

	@BeforeEach
	void somethingGood() {
		this.press.file("good.md", "---", "title: Good", "date: 2026-05-14", "---", "x");
	}

	@AfterEach
	void goodIsIn() {
		assertThat(this.press.all()).containsKey("good");
		this.press.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			title: [a                                             | 3 | not YAML
			title: A\\ndate: 14.05.2026                           | 3 | date in no known form
			title: A\\nlastmod: soon\\ndate: 2026-05-14           | 3 | date in no known form
			date: 2026-05-14                                      | 2 | no title
			title: A                                              | 2 | no date
			title: A\\ndate: 2026-05-14\\nlang: "12"              | 4 | no language tag
			title: A\\ndate: 2026-05-14\\ndraft: maybe            | 4 | true or false
			title: A\\ndate: 2026-05-14\\nauthor: [[x]]           | 4 | list stands
			title: A\\ndate: 2026-05-14\\nauthor: [{role: x}]     | 4 | needs a name
			title: A\\ndate: 2026-05-14\\nimage: gone.svg         | 4 | no picture at "gone.svg"
			title: A\\ndate: 2026-05-14\\nimage: ../../etc/passwd | 4 | no picture at
			title: A\\ndate: 2026-05-14\\nimage: good.md          | 4 | is refused
			title: A\\ndate: 2026-05-14\\nimage: 'ftp://a.test/b' | 4 | absolute http or https
			title: A\\ndate: 2026-05-14\\ncorrections: [x]        | 4 | a date and a text
			title: A\\ndate: 2026-05-14\\ncorrections: [{kind: X, date: 2026-05-14, text: y}] | 4 | kind is
			title: A\\ndate: 2026-05-14\\n$where: x               | 4 | cannot be kept
			title: {a: b}\\ndate: 2026-05-14                      | 2 | must be a text
			""")
	void frontMatter(String frontMatter, int line, String reason) {
		this.press.file("bad.md", "---", frontMatter.replace("\\n", "\n"), "---", "x");

		assertThat(this.press.takeIn().refusals()).isOne();

		assertThat(this.press.refusals().getFirst()).startsWith("bad.md:" + line + ": ").contains(reason);
	}

	@Test
	void filesThatAreNoText() {
		this.press.file("latin1.md", "---\ntitle: Caf\u00e9\n---\n".getBytes(StandardCharsets.ISO_8859_1))
			.file("nul.md", "---", "title: A", "date: 2026-05-14", "---", "a\0b")
			.file("empty.md", "")
			.file("plain.md", "Just a text.")
			.file("open.md", "---", "title: A")
			.file("huge.md", new byte[MarkdownFile.MAX_SIZE + 1])
			.file("utf16.md", "---\ntitle: A\n---\n".getBytes(StandardCharsets.UTF_16LE))
			.file("truncated.md", new byte[] { '-', '-', '-', '\n', (byte) 0xC3 });

		assertThat(this.press.takeIn().refusals()).isEqualTo(8);

		assertThat(this.press.refusals()).anyMatch((line) -> line.startsWith("latin1.md:2: These bytes are not UTF-8"))
			.anyMatch((line) -> line.startsWith("nul.md:5: The text has a NUL"))
			.anyMatch((line) -> line.startsWith("empty.md:1: The file is empty"))
			.anyMatch((line) -> line.startsWith("plain.md:1: There is no front matter"))
			.anyMatch((line) -> line.startsWith("open.md:1: The front matter has no end"))
			.anyMatch((line) -> line.startsWith("huge.md:1: The file has 5,242,881 bytes"))
			.anyMatch((line) -> line.startsWith("utf16.md:1: The text has a NUL"))
			.anyMatch((line) -> line.startsWith("truncated.md:2: These bytes are not UTF-8"));
	}

	@Test
	void aMarkAtTheStartAndAnyLineEndAreFine() {
		this.press.file("bom.md", "\uFEFF---\r\ntitle: Bom\r\ndate: 2026-05-14\r\n---\r\n\r\nOne.\r\nTwo.\r\n")
			.file("articles.ndjson",
					"\uFEFF{\"slug\":\"json\",\"title\":\"J\",\"date\":\"2026-05-14\",\"body\":\"x\"}\r\n\r\n");

		assertThat(this.press.takeIn().refusals()).as(this.press.refusals().toString()).isZero();

		assertThat(this.press.article("bom").markdown()).isEqualTo("One.\nTwo.");
		assertThat(this.press.all()).containsKey("json");
	}

	@Test
	void lines() {
		this.press
			.file("articles.ndjson", "{\"slug\":\"a\",\"title\":\"A\",\"date\":\"2026-05-14\"}", "{\"slug\":\"b\"",
					"{\"slug\":\"c\",\"slug\":\"d\",\"title\":\"C\",\"date\":\"2026-05-14\"}", "[]", "",
					"{\"slug\":\"e\",\"title\":\"E\",\"date\":\"2026-05-14\",\"body\":5}",
					"{\"type\":\"Topic\",\"slug\":\"t\"}", "{\"slug\":\"f\",\"title\":\"F\",\"date\":\"2026-05-14\"}")
			.file("mixed.ndjson", "{\"slug\":\"g\"}", "{\"type\":\"Author\",\"name\":\"Jane\"}", "nonsense",
					"{\"slug\":\"h\",\"headline\":\"H\",\"publishedAt\":\"2026-05-14\"}")
			.file("topics.ndjson", "{\"slug\":\"x\",\"kind\":\"FISH\"}", "{\"description\":\"d\"}",
					"{\"slug\":\"fine\",\"name\":\"Fine\"}");

		this.press.takeIn();

		assertThat(this.press.refusals()).hasSize(9)
			.anyMatch((line) -> line.startsWith("articles.ndjson:2: This line is not JSON"))
			.anyMatch((line) -> line.startsWith("articles.ndjson:3: This line is not JSON: Duplicate"))
			.anyMatch((line) -> line.startsWith("articles.ndjson:4: This line is no JSON object"))
			.anyMatch((line) -> line.startsWith("articles.ndjson:6: \"body\" must be a text"))
			.anyMatch((line) -> line.startsWith("articles.ndjson:7: This line is no article"))
			.anyMatch((line) -> line.startsWith("mixed.ndjson:1: The line does not say what it is"))
			.anyMatch((line) -> line.startsWith("mixed.ndjson:3: This line is no JSON object"))
			.anyMatch((line) -> line.startsWith("topics.ndjson:1: A topic's kind"))
			.anyMatch((line) -> line.startsWith("topics.ndjson:2: The topic has no name"));
		assertThat(this.press.all()).containsOnlyKeys("a", "f", "h", "good");
		assertThat(this.press.authors().findBySlug("jane")).isNotNull();
		assertThat(this.press.topics().findBySlug("fine")).isNotNull();
	}

	@Test
	void tooMuchOfAnything() {
		String dated = "date: 2026-05-14";
		this.press.file("headline.md", "---", "title: " + "x".repeat(301), dated, "---", "x")
			.file("brief.md", "---", "title: A", dated, "description: " + "x".repeat(2001), "---", "x")
			.file("topics.md", "---", "title: A", dated,
					"tags: " + java.util.stream.IntStream.range(0, 51).boxed().toList(), "---", "x")
			.file("body.md", "---", "title: A", dated, "---", "x".repeat(1_000_001))
			.file("front.md", "---", "title: A", dated, "note: " + "x".repeat(300_000), "---", "x")
			.file("longline.ndjson", "{\"type\":\"Article\",\"slug\":\"l\",\"body\":\"" + "x".repeat(4 << 20) + "\"}");

		this.press.takeIn();

		assertThat(this.press.refusals()).hasSize(6)
			.anyMatch((line) -> line.startsWith("headline.md:2: \"headline\" has 301 characters; at most 300"))
			.anyMatch((line) -> line.startsWith("brief.md:4: \"brief\" has 2,001 characters"))
			.anyMatch((line) -> line.startsWith("topics.md:4: \"tags\" has 51 items; at most 50"))
			.anyMatch((line) -> line.startsWith("body.md:5: The body has 1,000,001 characters"))
			.anyMatch((line) -> line.startsWith("front.md:1: The front matter has"))
			.anyMatch((line) -> line.startsWith("longline.ndjson:1: The line has more than 4,194,304 bytes"));
	}

	@Test
	void theSecondOfTwoWithOneSlug() {
		this.press.file("a/story.md", "---", "title: First", "date: 2026-05-14", "---", "x")
			.file("b/story.md", "---", "title: Second", "date: 2026-05-14", "---", "x")
			.file("c.md", "---", "title: Third", "date: 2026-05-14", "aliases: [story]", "---", "x");

		this.press.takeIn();

		assertThat(this.press.refusals()).containsExactlyInAnyOrder(
				"b/story.md:1: The slug \"story\" is taken by the article at " + this.folder + "/a/story.md:1.",
				"c.md:1: The address \"story\" belongs to the article at " + this.folder + "/a/story.md:1.");
		assertThat(this.press.article("story").headline()).isEqualTo("First");
	}

	@Test
	void anAddressOfAnotherArticleInTheStore() throws IOException {
		this.press.file("story.md", "---", "title: First", "date: 2026-05-14", "aliases: [/old]", "---", "x").takeIn();
		Files.delete(this.folder.resolve("story.md"));

		this.press.file("new.md", "---", "title: New", "date: 2026-05-14", "aliases: [/old]", "---", "x").takeIn();

		assertThat(this.press.refusals()).singleElement()
			.asString()
			.startsWith("new.md:1: The address \"/old\" belongs to another article, \"story\" (id A");
	}

	@Test
	void linksThatLeadInCirclesOrOutside(@TempDir Path elsewhere) throws IOException {
		Files.writeString(elsewhere.resolve("secret.md"), "---\ntitle: Secret\ndate: 2026-05-14\n---\nx");
		Files.createSymbolicLink(this.folder.resolve("loop"), this.folder);
		Files.createSymbolicLink(this.folder.resolve("outside.md"), elsewhere.resolve("secret.md"));
		Files.createSymbolicLink(this.folder.resolve("folder"), elsewhere);
		Files.createSymbolicLink(this.folder.resolve("nowhere.md"), elsewhere.resolve("missing.md"));
		Files.createDirectory(this.folder.resolve("folder.md"));

		this.press.takeIn();

		assertThat(this.press.refusals()).hasSize(4)
			.anyMatch((line) -> line.startsWith("loop:1: The link leads back"))
			.anyMatch((line) -> line.startsWith("outside.md:1: The link leads outside"))
			.anyMatch((line) -> line.startsWith("folder:1: The link leads outside"))
			.anyMatch((line) -> line.startsWith("nowhere.md:1: "));
		assertThat(this.press.all()).doesNotContainKey("secret");
	}

	@Test
	void theSameFileTwiceIsOnce() {
		this.press.file("good.md", "---", "title: Good", "date: 2026-05-14", "---", "x");

		assertThat(this.press.takeIn("good.md", ".").refusals()).isZero();
	}

	@Test
	void draftsAndTheFutureAreLeftOutAndNamed() {
		this.press.file("draft.md", "---", "title: Draft", "date: 2026-05-14", "draft: true", "---", "x")
			.file("future.md", "---", "title: Future", "date: 2026-06-02", "---", "x");

		ImportReport report = this.press.takeIn();

		assertThat(report.draftSources()).containsExactly(new Source(this.folder + "/draft.md", 1));
		assertThat(report.futureSources()).containsExactly(new Source(this.folder + "/future.md", 1));
		assertThat(report.refusals()).isZero();
		assertThat(this.press.takeIn(new ImportOptions("en", true)).newArticles()).isOne();
	}

	@Test
	void aPathThatIsNotThereEndsTheImport() {
		this.press.takeIn();
		Import intake = this.press.bean(Import.class);
		List<Path> paths = List.of(this.folder.resolve("nowhere"));

		assertThatThrownBy(() -> intake.run(paths, ImportOptions.DEFAULT, new Silence()))
			.isInstanceOf(NoSuchFileException.class);
	}

	/** Listens to nothing. */
	private static final class Silence implements ImportListener {

		@Override
		public void refused(Source source, String reason) {
			// Nobody listens.
		}

		@Override
		public void progress(long bytes, long allBytes, int articles) {
			// Nobody listens.
		}

	}

}
