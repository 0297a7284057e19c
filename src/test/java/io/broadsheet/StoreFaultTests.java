package io.broadsheet;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.broadsheet.Wire.Condition;
import io.broadsheet.article.Articles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/** A gateway whose store goes away in every way that a network knows. */
class StoreFaultTests {

	private static final String READ = "query($id: ID!) { node(id: $id) { ... on Article { headline } } }";

	private static final AtomicInteger READS = new AtomicInteger();

	private static final String COUNT = "{ articles(filter: {languages: [\"fi\"]}) { totalCount } }";

	private static final String SHARE = """
			mutation($id: ID!, $key: String!) {
			  shareRecord(input: {articleId: $id, channel: EMAIL, idempotencyKey: $key}) { errors { __typename } }
			}""";

	private static final String SHARES = "query($id: ID!) { node(id: $id) { ... on Article { share { total } } } }";

	private static final int READERS = 8;

	/** An outage, in seconds. */
	private static final int SHORT = 6;

	private static final Map<String, String> ONE = Map.of("id", story(1).id().value());

	@TempDir
	private static Path folder;

	private static TestStore store;

	private static Instance gateway;

	@BeforeAll
	static void start() {
		store = new TestStore();
		try (ConfigurableApplicationContext newsroom = new SpringApplicationBuilder(Broadsheet.class).run(
				"--server.port=0", "--broadsheet.sample=false", "--broadsheet.mongodb-uri=" + store.uri(),
				"--broadsheet.data-dir=" + folder.resolve("newsroom"))) {
			newsroom.getBean(Articles.class)
				.publish(List.of(story(1).build(), story(2).build(), story(3).build(), story(4).build()));
		}
		gateway = new Instance(folder.resolve("gateway"), store.uri()).start();
	}

	@AfterAll
	static void stop() {
		gateway.close();
		store.close();
	}

	@AfterEach
	void mend() {
		store.wire().is(Condition.UP);
		awaitHealth();
	}

	@ParameterizedTest
	@EnumSource(names = { "DOWN", "RESETTING", "HANGING", "CUTTING" })
	void whatNeedsTheStoreFailsSoonTheRestIsServedAndAllIsWellSoonAfter(Condition condition) throws Exception {
		awaitHealth();
		gateway.post(READ, ONE);
		long threads = gateway.threads();
		store.wire().is(condition);
		long end = System.nanoTime() + outage(condition).toNanos();
		List<Callable<List<Long>>> readers = Collections.nCopies(READERS, () -> readUntil(end));
		List<Long> millis = new ArrayList<>();
		try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<List<Long>> reader : pool.invokeAll(readers)) {
				millis.addAll(reader.get());
			}
		}
		for (HttpResponse<String> marked : List.of(gateway.post(COUNT, Map.of()), gateway.post(READ, ONE))) {
			assertThat(marked.headers().firstValue("Broadsheet-Store")).contains("unavailable");
			assertThat(marked.headers().firstValue("Cache-Control")).contains("no-store");
			assertThat(marked.body()).contains("\"data\":{", "\"store\":\"unavailable\"").doesNotContain("\"errors\"");
		}
		assertThat(gateway.readiness()).isEqualTo(200);
		List<Long> sorted = millis.stream().sorted().toList();
		System.out.printf(
				"store %s: %d requests refused, median %d ms, p99 %d ms, worst %d ms, threads %d before and %d after%n",
				condition, sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100),
				sorted.getLast(), threads, gateway.threads());
		assertThat(sorted.get(sorted.size() / 2)).isLessThan(1_000);
		assertThat(gateway.threads()).isLessThan(threads + 30);

		store.wire().is(Condition.UP);
		long back = System.nanoTime();
		awaitHealth();
		System.out.printf("store %s: well again after %d ms%n", condition, (System.nanoTime() - back) / 1_000_000);
		assertThat(System.nanoTime() - back).isLessThan(Duration.ofSeconds(5).toNanos());
		for (HttpResponse<String> whole : List.of(gateway.post(COUNT, Map.of()), gateway.post(COUNT, Map.of()))) {
			assertThat(whole.headers().firstValue("Broadsheet-Store")).isEmpty();
			assertThat(whole.body()).contains("\"totalCount\":4").doesNotContain("unavailable");
		}
	}

	/** How long each request took to be refused, while what the index has was served. */
	private static List<Long> readUntil(long end) throws IOException {
		List<Long> millis = new ArrayList<>();
		while (System.nanoTime() < end) {
			long start = System.nanoTime();
			HttpResponse<String> answer = gateway.post(fresh(), ONE);
			millis.add((System.nanoTime() - start) / 1_000_000);
			assertThat(answer.body()).contains("STORE_UNAVAILABLE");
			assertThat(gateway.post(COUNT, Map.of()).body()).contains("\"totalCount\":4");
		}
		return millis;
	}

	/**
	 * Where nothing answers at all, the suite on a real store gives it a whole minute.
	 */
	private static Duration outage(Condition condition) {
		boolean isSilent = condition == Condition.DOWN || condition == Condition.HANGING;
		return Duration.ofSeconds(isSilent ? Integer.getInteger("broadsheet.outage", SHORT) : SHORT);
	}

	@Test
	void aSlowStoreIsWaitedFor() throws IOException {
		awaitHealth();
		store.wire().is(Condition.SLOW);

		assertThat(gateway.ask(fresh(), ONE).at("/data/node/headline").asString()).isEqualTo("Fault story 1");
	}

	@Test
	void aShareWhoseAnswerIsLostCountsOnceHoweverOftenItIsSentAgain() throws IOException {
		awaitHealth();
		Map<String, String> two = Map.of("id", story(2).id().value(), "key", "lost-answer");
		store.wire().is(Condition.CUTTING);
		gateway.post(SHARE, two);
		gateway.post(SHARE, two);
		store.wire().is(Condition.UP);

		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.until(() -> !gateway.post(SHARE, two).body().contains("STORE_UNAVAILABLE"));
		assertThat(gateway.ask(SHARES, Map.of("id", story(2).id().value())).at("/data/node/share/total").asInt())
			.isOne();
	}

	@Test
	void aDamagedDocumentFailsAloneAndTheLogNamesIt() throws IOException {
		awaitHealth();
		String damaged = story(3).id().value();
		store.direct()
			.getCollection("articles")
			.updateOne(Filters.eq("_id", damaged), Updates.set("headline", List.of("not", "a", "text")));
		try {
			assertThat(gateway.ask(fresh(), Map.of("id", damaged)).at("/data/node").isNull()).isTrue();
			assertThat(gateway.ask(fresh(), ONE).at("/data/node/headline").asString()).isEqualTo("Fault story 1");
			assertThat(Files.readString(gateway.log())).contains("Left out the damaged article " + damaged);
		}
		finally {
			store.direct()
				.getCollection("articles")
				.updateOne(Filters.eq("_id", damaged), Updates.set("headline", "Fault story 3"));
		}
	}

	@Test
	void aDocumentOfANewerVersionFailsAlone() throws IOException {
		awaitHealth();
		String newer = story(4).id().value();
		store.direct().getCollection("articles").updateOne(Filters.eq("_id", newer), Updates.set("schemaVersion", 99));

		assertThat(gateway.ask(fresh(), Map.of("id", newer)).at("/data/node").isNull()).isTrue();
		assertThat(gateway.ask(fresh(), ONE).at("/data/node/headline").asString()).isEqualTo("Fault story 1");
		assertThat(Files.readString(gateway.log())).contains("Left out the damaged article " + newer);
	}

	/**
	 * Waits until the store is asked again and known to be back: what is answered in
	 * between is not kept.
	 */
	private static void awaitHealth() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(50))
			.pollDelay(Duration.ZERO)
			.ignoreExceptions()
			.until(() -> isWhole(gateway.post(fresh(), ONE)));
	}

	private static boolean isWhole(HttpResponse<String> answer) {
		return answer.body().contains("Fault story 1") && answer.headers().firstValue("Broadsheet-Store").isEmpty();
	}

	/** Nobody has asked in these words before, so that the store is asked. */
	private static String fresh() {
		return READ + " # " + READS.incrementAndGet();
	}

	private static ArticleBuilder story(int n) {
		return article("Fault story " + n).in("fi");
	}

}
