package io.broadsheet.share;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.Broadsheet;
import io.broadsheet.TestStore;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.Client;
import io.broadsheet.share.ShareController.ShareRecordInput;
import io.broadsheet.share.Trends.Trending;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/** Two gateways on one store hear of each other's shares. */
@TestInstance(Lifecycle.PER_CLASS)
class OtherInstancesTests {

	private static final Duration SOON = Duration.ofSeconds(2);

	private final TestStore store = new TestStore();

	private final ConfigurableApplicationContext here;

	private final ConfigurableApplicationContext there;

	OtherInstancesTests(@TempDir Path folder) {
		this.here = start(folder.resolve("here"));
		this.there = start(folder.resolve("there"));
	}

	@AfterAll
	void stop() {
		this.here.close();
		this.there.close();
		this.store.close();
	}

	@Test
	void whoListensHereHearsWhatIsSharedThere() throws InterruptedException {
		ArticleBuilder story = article("Shared somewhere else");
		this.here.getBean(Articles.class).publish(List.of(story.build()));
		BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();
		Disposable listening = this.here.getBean(ShareNews.class)
			.changes(story.id())
			.map(Share::total)
			.subscribe(heard::add);

		share(this.there, story, "one");
		assertThat(heard.poll(SOON.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(1);
		share(this.here, story, "two");
		assertThat(heard.poll(SOON.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(2);
		share(this.there, story, "three");
		assertThat(heard.poll(SOON.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(3);

		listening.dispose();
		assertThat(heard).isEmpty();
	}

	@Test
	void trendsAgreeAboutSharesOfBoth() {
		ArticleBuilder story = article("Trends in both places");
		this.here.getBean(Articles.class).publish(List.of(story.build()));

		for (int n = 0; n < 20; n++) {
			share((n % 3 == 0) ? this.there : this.here, story, "trend-" + n);
		}

		Awaitility.await().atMost(SOON).untilAsserted(() -> {
			assertThat(shares(this.here, story)).isEqualTo(20);
			assertThat(shares(this.there, story)).isEqualTo(20);
		});
	}

	private ConfigurableApplicationContext start(Path folder) {
		return new SpringApplicationBuilder(Broadsheet.class).run("--server.port=0", "--broadsheet.data-dir=" + folder,
				"--broadsheet.mongodb-uri=" + this.store.uri());
	}

	private static void share(ConfigurableApplicationContext instance, ArticleBuilder story, String key) {
		ShareRecordInput input = new ShareRecordInput(story.id().value(), ShareChannel.X, key);
		assertThat(instance.getBean(ShareRecorder.class).record(input, Client.UNKNOWN).errors()).isEmpty();
	}

	private static int shares(ConfigurableApplicationContext instance, ArticleBuilder story) {
		return instance.getBean(Trends.class)
			.in(TrendingWindow.HOUR)
			.stream()
			.filter((trending) -> trending.article().equals(story.id()))
			.mapToInt(Trending::shares)
			.sum();
	}

}
