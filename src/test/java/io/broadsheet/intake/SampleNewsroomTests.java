package io.broadsheet.intake;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import io.broadsheet.article.Article;
import io.broadsheet.author.Author;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.TopicKind;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SampleNewsroomTests {

	private static final Pattern LINK = Pattern.compile("\\]\\(/(articles|media)/([^)\\s]+)");

	@TempDir
	private Path folder = Path.of("");

	@Test
	void everythingThatItRefersToIsThere() {
		try (Press press = Press.withSample(this.folder)) {
			Map<String, Article> articles = press.all();
			assertThat(articles).hasSizeGreaterThanOrEqualTo(24);
			assertThat(press.sections().all()).hasSizeGreaterThanOrEqualTo(5);
			assertThat(press.authors().all()).hasSizeGreaterThanOrEqualTo(6);
			assertThat(press.topics().all()).hasSizeGreaterThanOrEqualTo(40);
			assertThat(press.topics().all()).extracting(Topic::kind).contains(TopicKind.values());
			Set<Object> ids = new HashSet<>();
			articles.values().forEach((article) -> ids.add(article.id()));
			for (Article article : articles.values()) {
				assertThat(press.sectionOf(article)).as(article.slug()).isNotEmpty();
				assertThat(press.authorsOf(article)).as(article.slug()).isNotEmpty().hasSameSizeAs(article.authors());
				assertThat(press.topicsOf(article)).as(article.slug()).isNotEmpty().hasSameSizeAs(article.topics());
				assertThat(ids).as(article.slug()).containsAll(article.picks());
				assertThat(article.extra()).as(article.slug()).isEmpty();
				assertThat(brokenLinks(article, press)).as(article.slug()).isEmpty();
			}
		}
	}

	@Test
	void everyPictureIsServedAndDescribed() {
		try (Press press = Press.withSample(this.folder)) {
			for (Article article : press.all().values()) {
				if (article.image() != null) {
					assertThat(press.pictures().find(article.image().url())).as(article.slug()).isNotNull();
					assertThat(article.image().alt()).as(article.slug()).isNotEmpty();
				}
			}
			for (Author author : press.authors().all()) {
				assertThat(press.pictures().find(Objects.requireNonNull(author.avatar()).url())).as(author.slug())
					.isNotNull();
			}
			assertThat(press.topics().all())
				.allSatisfy((topic) -> assertThat(topic.description()).as("topic " + topic.slug()).isNotNull());
		}
	}

	@Test
	void oneThatWasCutOffIsCompletedAndWhatIsDeletedStaysDeleted() {
		try (Press press = Press.withSample(this.folder)) {
			int all = press.all().size();
			var database = press.bean(com.mongodb.client.MongoDatabase.class);
			database.getCollection("articles").deleteOne(new Document());
			press.prepare();
			assertThat(press.all()).hasSize(all - 1);

			database.getCollection("intake")
				.updateOne(new Document("_id", "sample"), new Document("$set", new Document("complete", false)));
			press.prepare();
			assertThat(press.all()).hasSize(all);
		}
	}

	private static List<String> brokenLinks(Article article, Press press) {
		return LINK.matcher(article.markdown())
			.results()
			.filter((link) -> link.group(1).equals("articles")
					? press.articles().findBySlug(link.group(2), io.broadsheet.article.ArticleFields.ALL) == null
					: press.pictures().find("/media/" + link.group(2)) == null)
			.map(java.util.regex.MatchResult::group)
			.toList();
	}

}
