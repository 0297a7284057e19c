package io.broadsheet.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.broadsheet.article.Amendments;
import io.broadsheet.article.Article;
import io.broadsheet.article.ReadingLoad;
import io.broadsheet.article.Withdrawal;
import io.broadsheet.author.Author;
import io.broadsheet.graph.NodeId;
import io.broadsheet.media.Image;
import io.broadsheet.media.RefusedPicture;
import io.broadsheet.media.StoredPicture;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.TopicKind;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExportTests {

	@TempDir
	private Path folder = Path.of("");

	/** Whatever a newsroom holds comes back as it was, and gives the same bytes again. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void outAndInAgainLosesNothing(long seed) throws IOException, RefusedPicture {
		try (Press first = new Press(this.folder); Press second = new Press(this.folder)) {
			new Content(new Random(seed), first).fill();
			first.bean(Export.class).run(this.folder.resolve("out"), false);

			ImportReport report = second.takeIn("out");
			second.bean(Export.class).run(this.folder.resolve("again"), false);

			assertThat(second.refusals()).isEmpty();
			int articles = first.all().size() + first.withdrawn().size();
			assertThat(report.newArticles()).isEqualTo(articles);
			assertThat(bytes(this.folder.resolve("again"))).isEqualTo(bytes(this.folder.resolve("out")));
			assertThat(second.all()).isEqualTo(first.all());
			assertThat(second.withdrawn()).isEqualTo(first.withdrawn()).hasSize(3);
			assertThat(second.topics().merged()).isEqualTo(first.topics().merged()).hasSize(2);
			assertThat(second.takeIn("out").unchangedArticles()).isEqualTo(articles);
			assertThat(second.written()).isEmpty();
		}
	}

	/** Whoever restores it is never refused an article whose author was just made. */
	@Test
	void whatIsWrittenMeanwhileIsThereWithAllThatItRefersTo() throws Exception {
		try (Press press = new Press(this.folder); Press restored = new Press(this.folder)) {
			AtomicBoolean isOver = new AtomicBoolean();
			Thread editor = Thread.ofVirtual().start(() -> publishOn(press, isOver));
			Awaitility.await().until(() -> press.authors().all().size() > 20);

			press.bean(Export.class).run(this.folder.resolve("out"), false);
			isOver.set(true);
			editor.join();
			restored.takeIn("out");

			assertThat(restored.refusals()).isEmpty();
			assertThat(restored.all()).isNotEmpty();
			assertThat(restored.all().values())
				.allSatisfy((article) -> assertThat(restored.authorsOf(article)).hasSize(1));
		}
	}

	private static void publishOn(Press press, AtomicBoolean isOver) {
		for (int n = 0; !isOver.get(); n++) {
			String slug = "author-" + n;
			Author author = new Author(NodeId.named(Author.KIND, slug), slug, List.of(), "Author " + n, null, null);
			press.authors().save(List.of(author));
			press.articles().publish(List.of(article("Story " + n).by(author).build()));
		}
	}

	@Test
	void picturesFollowTheSite(@TempDir Path content) throws IOException {
		try (Press here = new Press(content);
				Press there = new Press(content, "https://other.test/paper", java.time.ZoneOffset.UTC)) {
			here.picture("a.svg", 30)
				.file("a.md", "---", "title: A", "date: 2026-05-14", "image: a.svg", "---", "![](a.svg)")
				.takeIn("a.md");
			here.bean(Export.class).run(this.folder.resolve("out"), false);

			there.takeIn(ImportOptions.DEFAULT, this.folder.resolve("out"));

			assertThat(there.refusals()).isEmpty();
			String url = java.util.Objects.requireNonNull(there.article("a").image()).url();
			assertThat(url).startsWith("https://other.test/paper/media/");
			assertThat(there.pictures().find(url)).isNotNull();
			assertThat(there.article("a").markdown()).startsWith("![](/media/");
		}
	}

	@Test
	void anEmptyNewsroomIsAnExportToo() throws IOException {
		try (Press press = new Press(this.folder)) {
			press.bean(Export.class).run(this.folder.resolve("out"), false);

			assertThat(bytes(this.folder.resolve("out"))).containsOnlyKeys("sections.ndjson", "authors.ndjson",
					"topics.ndjson", "articles.ndjson");
		}
	}

	@Test
	void otherFilesAreNotMixedWith() throws IOException {
		try (Press press = new Press(this.folder)) {
			Path out = this.folder.resolve("out");
			press.picture("a.svg", 30)
				.file("a.md", "---", "title: A", "date: 2026-05-14", "image: a.svg", "---", "x")
				.takeIn("a.md");
			Export export = press.bean(Export.class);
			export.run(out, false);
			press.picture("a.svg", 31).takeIn("a.md");
			export.run(out, false);
			assertThat(bytes(out)).as("the picture of before is gone").hasSize(5);
			press.file("out/thesis.txt", "x");

			assertThatExceptionOfType(NotAnExport.class).isThrownBy(() -> export.run(out, false))
				.withMessageContaining("thesis.txt");
			export.run(out, true);
			assertThat(out.resolve("thesis.txt")).exists();
		}
	}

	private static Map<String, String> bytes(Path folder) throws IOException {
		Map<String, String> bytes = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				bytes.put(folder.relativize(file).toString(),
						Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
			}
		}
		return bytes;
	}

	/** A newsroom's content, made at random. */
	private static final class Content {

		private static final String[] WORDS = { "bridge", "Brücke", "橋", "جسر", "🌉", "it’s", "\"quoted\"", "a\\b",
				"<b>x</b>", "&amp;", "tab\there", "e\u0301", "--- ", "[x](y)", "line\nend" };

		private final Random random;

		private final Press press;

		Content(Random random, Press press) {
			this.random = random;
			this.press = press;
		}

		void fill() throws RefusedPicture {
			List<NodeId> sections = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				NodeId id = id('S', i);
				NodeId parent = sections.isEmpty() ? null : maybe(pick(sections));
				this.press.sections()
					.save(List.of(new Section(id, "section-" + i, former("section-old-" + i), words(3), maybe(words(9)),
							parent, this.random.nextInt(-3, 9))));
				sections.add(id);
			}
			List<NodeId> authors = IntStream.range(0, 12).mapToObj((i) -> id('U', i)).toList();
			for (int i = 0; i < 10; i++) {
				this.press.authors()
					.save(List.of(new Author(authors.get(i), "author-" + i, former("author-old-" + i), words(2),
							maybe(words(20)), maybe(image()))));
			}
			List<NodeId> topics = IntStream.range(0, 12).mapToObj((i) -> id('T', i)).toList();
			for (int i = 0; i < 10; i++) {
				this.press.topics()
					.save(List.of(new Topic(topics.get(i), "topic-" + i, former("topic-old-" + i), words(2),
							maybe(words(20)), pick(List.of(TopicKind.values())), former("Alias, with a comma " + i))));
			}
			List<NodeId> ids = IntStream.range(0, 30).mapToObj((i) -> id('A', i)).toList();
			List<Article> articles = new ArrayList<>();
			for (int i = 0; i < 25; i++) {
				articles.add(article(ids, i, sections, authors, topics));
			}
			this.press.articles().publish(articles);
			this.press.topics().merge(topics.get(9), topics.get(8));
			this.press.topics().merge(topics.get(8), topics.get(0));
			for (Article article : articles.subList(0, 3)) {
				this.press.bean(Amendments.class).withdraw(article.id(), new Withdrawal(words(9), words(2), moment()));
			}
		}

		private Article article(List<NodeId> ids, int i, List<NodeId> sections, List<NodeId> authors,
				List<NodeId> topics) throws RefusedPicture {
			List<String> former = new ArrayList<>(former("old-" + i));
			former.addAll(former("/old/path, with a comma/" + i + ".html"));
			Image image = image();
			return new Article(ids.get(i), "article-" + i, former, this.random.nextBoolean() ? "en" : "zh-Hant",
					words(6), maybe(words(20)), body(image), ReadingLoad.NONE, maybe(pick(sections)), some(authors),
					some(topics), maybe(image),
					maybe(new Article.EditorsComment(words(5), maybe(pick(authors)), maybe(moment()))),
					this.random.nextBoolean() ? List.of()
							: List.of(new Article.Correction(words(4), Article.Correction.Kind.UPDATE, moment()),
									new Article.Correction(words(4), Article.Correction.Kind.RETRACTION, moment())),
					some(ids), moment(), moment(), moment(), extra());
		}

		private String body(Image image) {
			String path = image.url().replace("https://paper.test", "");
			return "  " + words(50) + "\n\n![" + words(1) + "](" + path + ")\n\n```\n" + words(9) + "\n```\n\n";
		}

		private Map<String, Object> extra() {
			return this.random.nextBoolean() ? Map.of()
					: Map.of("weight", this.random.nextInt(), "large", 5_000_000_000L + this.random.nextInt(1000),
							"share", this.random.nextDouble(), "whole", 5.0, "flag", this.random.nextBoolean(), "title",
							words(2), "deep", List.of(1, "2", Map.of("x", List.of(words(1)))), "description", "");
		}

		private Image image() throws RefusedPicture {
			int width = this.random.nextInt(1, 5);
			StoredPicture picture = this.press.pictures()
				.take(Press.SVG.formatted(width).getBytes(java.nio.charset.StandardCharsets.UTF_8));
			boolean ours = this.random.nextBoolean();
			String alt = maybe(words(3));
			return new Image("https://" + (ours ? "paper.test" + picture.path() : "elsewhere.test/a.jpg?b=c%20d"),
					(alt != null) ? alt : "", alt == null, maybe(words(4)), maybe(words(2)), maybe("CC BY 4.0"),
					ours ? Integer.valueOf(picture.width()) : maybe(640), ours ? Integer.valueOf(20) : maybe(480),
					maybe(new Image.FocalPoint(this.random.nextDouble(), 1)));
		}

		private NodeId id(char kind, int i) {
			return this.random.nextBoolean() ? NodeId.named(kind, "something else " + i + this.random.nextInt())
					: NodeId.named(kind,
							Map.of('S', "section-", 'U', "author-", 'T', "topic-", 'A', "article-").get(kind) + i);
		}

		private List<String> former(String text) {
			return this.random.nextBoolean() ? List.of() : List.of(text, text + "x");
		}

		private String words(int count) {
			StringBuilder words = new StringBuilder("A");
			for (int i = 0; i < count; i++) {
				words.append(' ').append(WORDS[this.random.nextInt(WORDS.length)]);
			}
			return words.append(" end").toString();
		}

		private Instant moment() {
			return Instant.ofEpochMilli(this.random.nextLong(1_000_000_000_000L, Press.NOW.toEpochMilli()));
		}

		private <T> List<T> some(List<T> all) {
			return all.stream().filter((one) -> this.random.nextInt(4) == 0).toList();
		}

		private <T> T pick(List<T> all) {
			return all.get(this.random.nextInt(all.size()));
		}

		private <T> @Nullable T maybe(T value) {
			return this.random.nextInt(3) > 0 ? value : null;
		}

	}

}
