package io.broadsheet.search;

import java.util.List;
import java.util.Objects;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.SocketClient;
import io.broadsheet.TestClock;
import io.broadsheet.section.Section;
import io.broadsheet.store.ChangeFeed;
import io.broadsheet.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/** What subscribers hear of articles. */
@GatewayTest
class ArticleSubscriptionTests {

	@Autowired
	private GraphQlClient api;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private ChangeFeed feed;

	@Autowired
	private MongoDatabase database;

	private @Nullable SocketClient opened;

	@BeforeEach
	void connect() {
		this.opened = SocketClient.connect(this.api.address("/graphql"));
	}

	@AfterEach
	void close() {
		client().close();
	}

	@Test
	void aFilterMeansTheSameAsInAList() {
		Section region = this.newsroom.section("Vale of Ambel", null);
		Section town = this.newsroom.section("Lower Ambel", region);
		Topic floods = this.newsroom.topic("Ambel floods");
		Topic fairs = this.newsroom.topic("Ambel fairs");
		client().listen("s", """
				subscription { articlePublished(filter: {
				  sections: ["%s"], topicsAny: ["%s"], topicsNone: ["%s"], languages: ["pt"], publishedAfter: "%s"
				}) { headline section { name } } }""".formatted(region.id(), floods.id(), fairs.id(), TestClock.NOON));

		this.newsroom.publish(article("Not in the vale").about(floods).in("pt-BR"),
				article("Of something else").in(town).in("pt-BR"),
				article("Floods at the fair").in(town).about(floods, fairs).in("pt-BR"),
				article("In another language").in(town).about(floods),
				article("Too long ago").in(town).about(floods).in("pt").publishedAt(TestClock.NOON.minusMillis(1)),
				article("Ambel over its banks").in(town).about(floods).in("pt-BR"));

		assertThat(client().hear("next").at("/payload/data/articlePublished").toString())
			.isEqualTo("{\"headline\":\"Ambel over its banks\",\"section\":{\"name\":\"Lower Ambel\"}}");
		assertThat(client().hasHeardNothingMore()).isTrue();
	}

	@Test
	void anArticleIsPublishedOnceHoweverOftenItIsWritten() {
		client().listen("s", published("gd"));
		ArticleBuilder story = article("Once upon a loch").in("gd");

		this.newsroom.publish(story);
		this.newsroom.publish(story);
		tellAgain(story);
		this.newsroom.publish(article("Once upon a loch").in("gd").saying("More is known."));

		assertThat(headline("articlePublished")).isEqualTo("Once upon a loch");
		assertThat(client().hasHeardNothingMore()).isTrue();
	}

	@Test
	void anUpdateIsToldOnceToThoseWhoListenToThatArticle() {
		this.newsroom.publish(article("Ferry delayed"), article("Ferry painted"));
		client().listen("s", updated(article("Ferry delayed")));

		this.newsroom.publish(article("Ferry painted").saying("Blue."));
		this.newsroom.publish(article("Ferry delayed"));
		this.newsroom.publish(article("Ferry delayed").saying("By an hour."));
		tellAgain(article("Ferry delayed"));

		assertThat(client().hear("next").at("/payload/data/articleUpdated/body/text").asString())
			.isEqualTo("By an hour.");
		assertThat(client().hasHeardNothingMore()).isTrue();
	}

	@Test
	void whoeverSubscribesWhileArticlesArePublishedMissesNoneAndHearsNoneTwice() throws InterruptedException {
		Thread press = Thread.startVirtualThread(() -> {
			for (int n = 0; n < 60; n++) {
				this.newsroom.publish(article("Edition " + n).in("br"));
			}
		});
		client().listen("s", published("br"));
		press.join();
		this.newsroom.publish(article("Last edition").in("br"));

		String heard = headline("articlePublished");
		int next = heard.startsWith("Edition") ? Integer.parseInt(heard.substring(8)) : 60;
		while (!heard.equals("Last edition")) {
			assertThat(heard).isEqualTo("Edition " + next++);
			heard = headline("articlePublished");
		}
		assertThat(next).isEqualTo(60);
	}

	@Test
	void theSubscriptionToAnArticleEndsWhenItIsWithdrawn() {
		ArticleBuilder story = article("Soon withdrawn");
		this.newsroom.publish(story);
		client().listen("s", updated(story));

		withdraw(story);

		assertThat(client().hear("complete").at("/id").asString()).isEqualTo("s");
	}

	@Test
	void anArticleThatIsPublishedAgainIsTold() {
		ArticleBuilder story = article("Back again").in("kw");
		this.newsroom.publish(story);
		withdraw(story);
		client().listen("s", published("kw"));

		this.newsroom.publish(story);

		assertThat(headline("articlePublished")).isEqualTo("Back again");
	}

	@Test
	void aSubscriptionToNothingIsRefused() {
		client().subscribe("s", updated(article("Never written")));

		assertThat(client().hear("error").at("/payload/0/extensions/code").asString()).isEqualTo("NOT_FOUND");
	}

	private SocketClient client() {
		return Objects.requireNonNull(this.opened);
	}

	private String headline(String field) {
		return client().hear("next").at("/payload/data/" + field + "/headline").asString();
	}

	private static String published(String language) {
		return "subscription { articlePublished(filter: { languages: [\"%s\"] }) { headline } }".formatted(language);
	}

	private static String updated(ArticleBuilder story) {
		return "subscription { articleUpdated(id: \"%s\") { body { text } } }".formatted(story.id());
	}

	private void tellAgain(ArticleBuilder story) {
		this.feed.write(List.of(story.id()), () -> {
		});
	}

	private void withdraw(ArticleBuilder story) {
		this.feed.write(List.of(story.id()), () -> this.database.getCollection("articles")
			.updateOne(Filters.eq("_id", story.id().value()), Updates.set("status", "WITHDRAWN")));
	}

}
