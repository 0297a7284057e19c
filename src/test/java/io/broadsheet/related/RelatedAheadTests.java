package io.broadsheet.related;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.graph.NodeId;
import io.broadsheet.search.ArticleIndex;
import io.broadsheet.store.ChangeFeed;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/** What stands beside articles is known before anybody asks, and after a restart. */
@GatewayTest
class RelatedAheadTests {

	private final Newsroom newsroom;

	private final GraphQlClient client;

	private final ArticleIndex index;

	private final RelatedStories stories;

	private final RelatedMemory memory;

	private final Rankings rankings;

	private final ChangeFeed feed;

	private final RelatedSettings settings;

	@Autowired
	RelatedAheadTests(Newsroom newsroom, GraphQlClient client, ArticleIndex index, RelatedStories stories,
			RelatedMemory memory, Rankings rankings, ChangeFeed feed, RelatedSettings settings) {
		this.newsroom = newsroom;
		this.client = client;
		this.index = index;
		this.stories = stories;
		this.memory = memory;
		this.rankings = rankings;
		this.feed = feed;
		this.settings = settings;
	}

	@Test
	void anArticleIsRankedBeforeAnybodyAsks() {
		this.newsroom.publish(article("Ranked ahead"));
		Beside beside = Beside.usual(id("ranked-ahead"));
		Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> this.memory.has(beside));
	}

	@Test
	void anArticleIsRankedAnewWhenItHasChanged() {
		this.newsroom.publish(article("Ranked ahead once more"));
		Beside beside = Beside.usual(id("ranked-ahead-once-more"));
		this.stories.find(List.of(beside));
		this.newsroom.publish(article("Ranked ahead once more").saying("It says something else now."));
		Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> this.memory.has(beside));
	}

	@Test
	void whatWasKnownIsKnownAfterARestart() {
		this.newsroom.publish(article("Ranked before a stop"));
		Beside beside = Beside.usual(id("ranked-before-a-stop"));
		this.stories.find(List.of(beside));
		stop();
		assertThat(afterStart().find(beside)).isEqualTo(this.memory.find(beside));
	}

	@Test
	void whatChangedWhileItStoodIsNotKnownAfterARestart() {
		this.newsroom.publish(article("Ranked before a change"));
		Beside beside = Beside.usual(id("ranked-before-a-change"));
		this.stories.find(List.of(beside));
		stop();
		this.newsroom.publish(article("Ranked before a change").saying("It says something else now."));
		assertThat(afterStart().has(beside)).isFalse();
	}

	@Test
	void theNewestArticlesComeFirst() {
		this.newsroom.publish(article("Ranked first of all"));
		assertThat(this.index.newest(1)).hasSize(1);
		assertThat(this.index.newest(1000)).startsWith(this.index.newest(1).getFirst())
			.contains(id("ranked-first-of-all"));
	}

	private void stop() {
		RelatedAhead stopping = ahead(this.memory);
		stopping.tend();
		stopping.close();
	}

	private RelatedMemory afterStart() {
		RelatedMemory started = new RelatedMemory(this.index, this.settings, this.rankings);
		ahead(started).tend();
		return started;
	}

	private RelatedAhead ahead(RelatedMemory known) {
		return new RelatedAhead(this.index, this.stories, known, this.feed, this.settings);
	}

	private NodeId id(String slug) {
		return new NodeId(
				this.client.ask("query ($slug: String!) { article(by: {slug: $slug}) { id } }", Map.of("slug", slug))
					.at("/data/article/id")
					.asString());
	}

}
