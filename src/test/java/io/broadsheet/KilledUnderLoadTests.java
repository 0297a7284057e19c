package io.broadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.mongodb.client.model.Filters;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the gateway, and the store, while readers share an article, and compares what was
 * acknowledged, which a client's ledger has, with what is counted in the end. A client
 * that got no answer sends the same share again, as clients do.
 */
class KilledUnderLoadTests {

	private static final String SHARE = """
			mutation($id: ID!, $key: String!) {
			  shareRecord(input: {articleId: $id, channel: EMAIL, idempotencyKey: $key}) { errors { __typename } }
			}""";

	private static final String COUNT = "query($id: ID!) { node(id: $id) { ... on Article { share { total } } } }";

	private static final int READERS = 4;

	private static final Duration RETURN = Duration.ofMinutes(2);

	@TempDir
	private Path folder = Path.of("");

	@Test
	void nothingAcknowledgedIsLostOrDoubledWhenTheGatewayIsKilledTenTimes() throws Exception {
		try (TestStore store = new TestStore(); Instance gateway = gateway(TestStore.isReal() ? store.uri() : "")) {
			checkLedger(gateway, () -> {
				gateway.signal("KILL");
				gateway.start();
			});
			if (TestStore.isReal()) {
				assertNumbersHaveNoGap(store);
			}
		}
	}

	@Test
	@EnabledIf(value = "io.broadsheet.TestStore#isReal",
			disabledReason = "The embedded store dies with its gateway, which the other test kills")
	void nothingAcknowledgedIsLostOrDoubledWhenTheStoreIsKilledTenTimes() throws Exception {
		String server = "mongodb://127.0.0.1:" + KilledStore.PORT + "/ledger";
		KilledStore.run("start");
		try (Instance gateway = gateway(server)) {
			checkLedger(gateway, () -> {
				KilledStore.run("kill");
				KilledStore.run("start");
				gateway.awaitReadiness(RETURN);
			});
		}
		finally {
			KilledStore.run("stop");
		}
	}

	private void checkLedger(Instance gateway, Runnable kill) throws Exception {
		String id = article(gateway);
		int before = count(gateway, id);
		Ledger ledger = new Ledger(gateway, id);
		List<Thread> readers = ledger.start();
		for (int n = 0; n < 10; n++) {
			int acknowledged = ledger.acknowledged.size();
			Awaitility.await().atMost(RETURN).until(() -> ledger.acknowledged.size() > acknowledged + 10);
			kill.run();
		}
		ledger.stopped = true;
		for (Thread reader : readers) {
			reader.join();
		}

		int counted = count(gateway, id) - before;
		System.out.printf("killed 10 times: %d shares acknowledged, %d sent again, %d counted%n",
				ledger.acknowledged.size(), ledger.again.get(), counted);
		assertThat(ledger.again).hasPositiveValue();
		assertThat(counted).isEqualTo(ledger.acknowledged.size());
	}

	private Instance gateway(String store) throws IOException {
		Path content = this.folder.resolve("story.md");
		Files.writeString(content, "---\ntitle: Ledger\ndate: 2026-05-14\n---\nOne story.");
		Path data = this.folder.resolve("gateway");
		assertThat(new Commands().run("import", content.toString(), "--broadsheet.data-dir=" + data,
				"--broadsheet.mongodb-uri=" + store))
			.isZero();
		return new Instance(data, store).start();
	}

	private static String article(Instance gateway) throws IOException {
		return gateway.ask("{ articles(first: 1) { nodes { id } } }", Map.of())
			.at("/data/articles/nodes/0/id")
			.asString();
	}

	private static int count(Instance gateway, String id) throws IOException {
		return gateway.ask(COUNT, Map.of("id", id)).at("/data/node/share/total").asInt();
	}

	private static void assertNumbersHaveNoGap(TestStore store) {
		var actions = store.direct().getCollection("shareActions");
		long all = actions.countDocuments();
		assertThat(actions.countDocuments(Filters.lte("number", (int) all))).isEqualTo(all);
	}

	/** What readers were told. */
	private static final class Ledger {

		private final Instance gateway;

		private final String article;

		private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

		private final AtomicInteger again = new AtomicInteger();

		private volatile boolean stopped;

		Ledger(Instance gateway, String article) {
			this.gateway = gateway;
			this.article = article;
		}

		List<Thread> start() {
			return IntStream.range(0, READERS)
				.mapToObj((reader) -> Thread.ofVirtual().start(() -> shareOn(reader)))
				.toList();
		}

		/** Every share that was begun is brought to its end. */
		private void shareOn(int reader) {
			for (int n = 0; !this.stopped; n++) {
				String key = "reader-" + reader + "-" + n + "-" + System.nanoTime();
				while (!share(key)) {
					this.again.incrementAndGet();
					pause();
				}
				this.acknowledged.add(key);
			}
		}

		private boolean share(String key) {
			try {
				JsonNode answer = this.gateway.ask(SHARE, Map.of("id", this.article, "key", key));
				return answer.at("/data/shareRecord/errors").isArray()
						&& answer.at("/data/shareRecord/errors").isEmpty();
			}
			catch (IOException ex) {
				return false;
			}
		}

		private static void pause() {
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

	/** A real server of this test's own, since it is killed. */
	private static final class KilledStore {

		static final int PORT = 27127;

		static void run(String command) {
			try {
				ProcessBuilder builder = new ProcessBuilder(".ci/real-store", command).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD);
				builder.environment().put("BROADSHEET_REAL_STORE_PORT", String.valueOf(PORT));
				Process process = builder.start();
				assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
				assertThat(process.exitValue()).isZero();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
