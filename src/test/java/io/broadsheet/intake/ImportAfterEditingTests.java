package io.broadsheet.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

import io.broadsheet.article.Amendments;
import io.broadsheet.article.Withdrawal;
import io.broadsheet.graph.NodeId;
import io.broadsheet.topic.Topic;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What editors did since does not come undone when older files are imported again. */
class ImportAfterEditingTests {

	private final Path folder;

	@AutoClose
	private final Press press;

	ImportAfterEditingTests(@TempDir Path folder) {
		this.folder = folder;
		this.press = new Press(folder);
		this.press
			.file("topics.ndjson", "{\"slug\":\"trams\",\"name\":\"Trams\"}",
					"{\"slug\":\"transport\",\"name\":\"Transport\"}")
			.file("a.md", "---", "title: A", "date: 2026-05-14", "topics: [trams]", "---", "x")
			.takeIn();
	}

	@Test
	void whatWasWithdrawnStaysSoAndTheFileIsRefusedWithTheReason() {
		withdraw();

		this.press.takeIn();

		assertThat(this.press.all()).isEmpty();
		assertThat(this.press.refusals()).singleElement().asString().contains("a.md", "withdrawn by Nell", "Legal.");
	}

	@Test
	void whatWasWithdrawnKeepsItsSlug() {
		withdraw();

		this.press
			.file("other/a.md", "---", "title: Another", "slug: a", "id: " + NodeId.named('A', "another"),
					"date: 2026-05-14", "---", "y")
			.takeIn("other");

		assertThat(this.press.refusals()).singleElement().asString().contains("belongs to another article");
	}

	@Test
	void aMergedTopicStaysMergedAndArticlesThatNameItAreUnchanged() {
		NodeId trams = topic("trams").id();
		NodeId transport = topic("transport").id();
		this.press.topics().merge(trams, transport);

		ImportReport again = this.press.takeIn();

		assertThat(this.press.refusals()).isEmpty();
		assertThat(again.unchangedArticles()).isEqualTo(1);
		assertThat(this.press.written()).isEmpty();
		assertThat(topic("trams").id()).isEqualTo(transport);
		assertThat(topic("transport").name()).isEqualTo("Transport");
		assertThat(this.press.article("a").topics()).containsExactly(transport);
	}

	@Test
	void anExportWithAMergeMergesTheTopicsThatAreStillTwoElsewhere(@TempDir Path elsewhere) throws IOException {
		try (Press older = new Press(elsewhere)) {
			older.takeIn(ImportOptions.DEFAULT, this.folder);
			this.press.topics().merge(topic("trams").id(), topic("transport").id());
			this.press.bean(Export.class).run(elsewhere.resolve("out"), false);

			older.takeIn("out");

			assertThat(older.refusals()).isEmpty();
			assertThat(older.topics().merged()).isEqualTo(this.press.topics().merged());
			assertThat(older.article("a")).isEqualTo(this.press.article("a"));
		}
	}

	@Test
	void aMergedTopicWithoutTheIdOfTheOtherIsRefused() {
		this.press.file("more/topics.ndjson", "{\"slug\":\"buses\",\"name\":\"Buses\",\"mergedInto\":\"transport\"}")
			.takeIn("more");

		assertThat(this.press.refusals()).singleElement().asString().contains("topics.ndjson:1", "needs its id");
	}

	private Topic topic(String slug) {
		return Objects.requireNonNull(this.press.topics().findBySlug(slug));
	}

	private void withdraw() {
		NodeId article = this.press.article("a").id();
		assertThat(this.press.bean(Amendments.class)
			.withdraw(article, new Withdrawal("Legal.", "Nell", Instant.parse("2026-05-15T08:00:00Z")))).isTrue();
	}

}
