package io.broadsheet.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.broadsheet.article.Article;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * An import that runs again changes nothing that is already so, and goes on where it was.
 */
class ImportAgainTests {

	private final Path folder;

	@AutoClose
	private final Press press;

	ImportAgainTests(@TempDir Path folder) {
		this.folder = folder;
		this.press = new Press(folder);
	}

	private void writeContent() {
		this.press.picture("images/one.svg", 30)
			.file("sections.ndjson", "{\"slug\":\"news\",\"name\":\"News\",\"position\":2}")
			.file("topics.ndjson", "{\"slug\":\"open data\",\"name\":\"Open data\"}",
					"{\"slug\":\"open-data\",\"name\":\"Open data\"}")
			.file("news/a.md", "---", "title: A", "date: 2026-05-14", "author: Jane Doe", "tags: [x, open data]",
					"image: /images/one.svg", "picks: [b, missing]", "extra_list: [1, 2.5, {a: b}]", "---",
					"![](../images/one.svg)")
			.file("news/b.md", "---", "title: B", "date: 2026-05-14", "corrections: [{date: 2026-05-15, text: c}]",
					"editorsComment: {text: Hm, author: jane-doe, at: 2026-05-16}", "---", "x")
			.file("articles.ndjson",
					"{\"slug\":\"c’est-ça\",\"title\":\"C\",\"date\":\"2026-05-14\",\"body\":\"x\",\"n\":5000000000,\"f\":1.5}");
	}

	@Test
	void nothingIsWrittenTwice() {
		writeContent();
		assertThat(this.press.takeIn().newArticles()).isEqualTo(3);
		Map<String, Article> before = this.press.all();
		this.press.now = Press.NOW.plus(Duration.ofDays(1));

		ImportReport again = this.press.takeIn();

		assertThat(this.press.refusals()).isEmpty();
		assertThat(again.unchangedArticles()).isEqualTo(3);
		assertThat(again.references()).isZero();
		assertThat(this.press.written()).isEmpty();
		assertThat(this.press.all()).isEqualTo(before);
	}

	@Test
	void onlyWhatChangedIsWrittenAndSaysWhen() {
		writeContent();
		this.press.takeIn();
		this.press.now = Press.NOW.plus(Duration.ofDays(1));

		this.press.file("news/b.md", "---", "title: B, corrected", "date: 2026-05-14", "---", "x");
		ImportReport again = this.press.takeIn();

		assertThat(again.changedArticles()).isOne();
		Article changed = this.press.article("b");
		assertThat(this.press.written()).containsExactly(changed.id());
		assertThat(changed.updatedAt()).isEqualTo(this.press.now);
		assertThat(changed.firstPublishedAt()).isEqualTo("2026-05-14T00:00:00Z");
		assertThat(changed.headline()).isEqualTo("B, corrected");
		assertThat(this.press.article("a").updatedAt()).isEqualTo("2026-05-14T00:00:00Z");
	}

	@Test
	void theFilesOwnDateOfChangeIsKept() {
		this.press.file("a.md", "---", "title: A", "date: 2026-05-14", "---", "x").takeIn();
		this.press.file("a.md", "---", "title: B", "date: 2026-05-14", "lastmod: 2026-05-20", "---", "x").takeIn();

		assertThat(this.press.article("a").updatedAt()).isEqualTo("2026-05-20T00:00:00Z");
	}

	@Test
	void oneThatWasKilledGoesOn() {
		writeContent();
		for (int i = 0; i < 1000; i++) {
			this.press.file("many/story-" + i + ".md", "---", "title: Story " + i, "date: 2026-05-14",
					"tags: [t" + i % 7 + "]", "---", "x");
		}
		this.press.failAfterWrites = 8;
		assertThatIllegalStateException().isThrownBy(this.press::takeIn).withMessage("killed");
		int survived = this.press.all().size();
		assertThat(survived).isBetween(1, 1002);

		this.press.failAfterWrites = Integer.MAX_VALUE;
		ImportReport report = this.press.takeIn();

		assertThat(report.newArticles()).isEqualTo(1003 - survived);
		assertThat(report.unchangedArticles() + report.changedArticles()).isEqualTo(survived);
		assertThat(this.press.all()).hasSize(1003);
		assertThat(this.press.takeIn().unchangedArticles()).isEqualTo(1003);
		assertThat(this.press.written()).isEmpty();
	}

	@Test
	void picksAreResolvedInWhateverOrder() {
		this.press.file("a.ndjson",
				"{\"type\":\"Article\",\"slug\":\"a\",\"title\":\"A\",\"date\":\"2026-05-14\",\"picks\":[\"b\",\"/articles/c/\"]}",
				"{\"type\":\"Article\",\"id\":\"A0123456789abcdef\",\"slug\":\"b\",\"title\":\"B\",\"date\":\"2026-05-14\",\"picks\":[\"a\"]}")
			.file("c.md", "---", "title: C", "date: 2026-05-14", "---", "x");

		this.press.takeIn();

		assertThat(this.press.article("a").picks()).containsExactly(this.press.article("b").id(),
				this.press.article("c").id());
		assertThat(this.press.article("b").id().value()).isEqualTo("A0123456789abcdef");
		assertThat(this.press.article("b").picks()).containsExactly(this.press.article("a").id());
		assertThat(this.press.takeIn().unchangedArticles()).isEqualTo(3);
		assertThat(this.press.written()).isEmpty();
	}

	@Test
	void theOrderOfPathsDoesNotMatter() {
		this.press.file("1/articles.ndjson",
				"{\"slug\":\"a\",\"title\":\"A\",\"date\":\"2026-05-14\",\"authors\":[\"jd\"],\"topics\":[\"T\"],\"section\":\"s\"}")
			.file("2/authors.ndjson", "{\"slug\":\"jd\",\"name\":\"Jane Doe\"}")
			.file("2/topics.ndjson", "{\"slug\":\"tee\",\"name\":\"T\",\"kind\":\"place\"}")
			.file("2/sections.ndjson", "{\"slug\":\"s\",\"name\":\"Sub\",\"parent\":\"top\"}",
					"{\"slug\":\"top\",\"name\":\"Top\"}");

		this.press.takeIn("1", "2");

		Article article = this.press.article("a");
		assertThat(this.press.authorsOf(article)).containsExactly("Jane Doe");
		assertThat(this.press.topicsOf(article)).containsExactly("T");
		assertThat(this.press.sectionOf(article)).isEqualTo("Top > Sub");
		assertThat(this.press.authors().all()).hasSize(1);
		assertThat(this.press.topics().all()).hasSize(1);
		assertThat(this.press.sections().all()).hasSize(2);
	}

	@Test
	void aSlugThatCannotStandInAnAddressStillFinds() {
		writeContent();
		this.press.takeIn();

		assertThat(this.press.article("c’est-ça").slug()).isEqualTo("cest-ca");
		assertThat(this.press.topics().all()).extracting((topic) -> topic.slug())
			.containsExactlyInAnyOrder("x", "open-data", "open-data-2");
		assertThat(this.press.topics().inOrder(this.press.article("a").topics())).extracting((topic) -> topic.slug())
			.containsExactly("x", "open-data-2");
	}

	@Test
	void aRenamedFileWithTheArticlesIdRenamesTheArticle() throws IOException {
		this.press.file("old.md", "---", "title: A", "date: 2026-05-14", "---", "x").takeIn();
		String id = this.press.article("old").id().value();
		Files.delete(this.folder.resolve("old.md"));

		this.press.file("new.md", "---", "id: " + id, "title: A", "date: 2026-05-14", "---", "x").takeIn();

		assertThat(this.press.refusals()).isEmpty();
		assertThat(this.press.all()).containsOnlyKeys("new");
		assertThat(this.press.article("old").slug()).isEqualTo("new");
	}

	@Test
	void aCycleOfSectionsIsRefused() {
		this.press
			.file("sections.ndjson", "{\"slug\":\"a\",\"name\":\"A\",\"parent\":\"b\"}",
					"{\"slug\":\"b\",\"name\":\"B\",\"parent\":\"a\"}", "{\"slug\":\"c\",\"name\":\"C\"}")
			.takeIn();

		assertThat(this.press.refusals())
			.containsExactly("sections.ndjson:2: The section \"B\" would be within itself.");
		assertThat(Objects.requireNonNull(this.press.sections().findBySlug("c")).name()).isEqualTo("C");
	}

}
