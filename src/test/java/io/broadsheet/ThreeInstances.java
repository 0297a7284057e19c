package io.broadsheet;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.broadsheet.article.Articles;
import io.broadsheet.author.Authors;
import io.broadsheet.section.Sections;
import io.broadsheet.topic.Topics;
import org.awaitility.Awaitility;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static io.broadsheet.Newsroom.article;

/**
 * Three instances on one store: one in this process, whose clock is 30 seconds fast and
 * on which the newsroom publishes, and two in processes of their own.
 */
final class ThreeInstances implements AutoCloseable {

	/** Within this time an instance has caught up with whatever it missed. */
	static final Duration SOON = Duration.ofSeconds(30);

	private static final String COUNT = "query($language: LanguageTag!) { articles(filter: {languages: [$language]}) { totalCount } }";

	private final TestStore store = new TestStore();

	private final ServletWebServerApplicationContext publisher;

	private final Instance one;

	private final Instance other;

	/**
	 * Starts them.
	 * @param folder where they keep what each has for itself
	 */
	ThreeInstances(Path folder) {
		this.publisher = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Broadsheet.class)
			.initializers((context) -> ((GenericApplicationContext) context).registerBean(Clock.class,
					() -> Clock.offset(Clock.systemUTC(), Duration.ofSeconds(30))))
			.run("--server.port=0", "--broadsheet.sample=false", "--broadsheet.mongodb-uri=" + this.store.uri(),
					"--broadsheet.data-dir=" + folder.resolve("publisher"), Instance.PATIENT);
		this.one = new Instance(folder.resolve("one"), this.store.uri(), Instance.PATIENT);
		this.other = new Instance(folder.resolve("other"), this.store.uri(), Instance.PATIENT);
		Instance.startAll(this.one, this.other);
	}

	TestStore store() {
		return this.store;
	}

	Instance one() {
		return this.one;
	}

	Instance other() {
		return this.other;
	}

	/** The one in this process, and the two others. */
	List<HttpGateway> all() {
		int port = Objects.requireNonNull(this.publisher.getWebServer()).getPort();
		return List.of(new HttpGateway(port), this.one, this.other);
	}

	/** The newsroom, which works on the instance in this process. */
	Newsroom newsroom() {
		return new Newsroom(this.publisher.getBean(Articles.class), this.publisher.getBean(Authors.class),
				this.publisher.getBean(Topics.class), this.publisher.getBean(Sections.class));
	}

	/** Publishes the stories of a language with some numbers. */
	void publish(String language, int from, int to) {
		List<ArticleBuilder> stories = new ArrayList<>();
		for (int n = from; n <= to; n++) {
			stories.add(article(language + " story " + n).in(language));
		}
		newsroom().publish(stories.toArray(ArticleBuilder[]::new));
	}

	/** Waits until an instance lists so many stories of a language. */
	static void awaitCount(HttpGateway reader, String language, int count) {
		Awaitility.await()
			.atMost(SOON)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(20))
			.ignoreExceptions()
			.until(() -> reader.ask(COUNT, Map.of("language", language))
				.at("/data/articles/totalCount")
				.asInt() == count);
	}

	@Override
	public void close() {
		this.publisher.close();
		this.one.close();
		this.other.close();
		this.store.close();
	}

}
