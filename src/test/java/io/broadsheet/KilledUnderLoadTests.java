package io.broadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the gateway, and the store, while readers share an article and editors publish,
 * correct and withdraw others, and compares what was acknowledged, which the clients'
 * ledgers have, with what is there in the end.
 */
class KilledUnderLoadTests {

	private static final String NEWSROOM = "{ articles(first: 1) { nodes { id authors { id } } } sections { id slug } }";

	private static final int CLIENTS = 3;

	private static final int KILLS = 10;

	/** So much is done between two kills. */
	private static final int ACKNOWLEDGED = 12;

	private static final Duration RETURN = Duration.ofMinutes(2);

	@TempDir
	private Path folder = Path.of("");

	@Test
	void nothingAcknowledgedIsLostOrDoubledWhenTheGatewayIsKilledTenTimes() throws Exception {
		try (TestStore store = new TestStore(); Instance gateway = gateway(TestStore.isReal() ? store.uri() : "")) {
			checkLedgers("gateway", gateway, () -> {
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
		String database = "ledger_" + System.nanoTime();
		KilledStore.run("start");
		try (MongoClient direct = MongoClients.create(KilledStore.uri(database));
				Instance gateway = gateway(KilledStore.uri(database))) {
			checkLedgers("store", gateway, () -> {
				KilledStore.run("kill");
				KilledStore.run("start");
				gateway.awaitReadiness(RETURN);
			});
			direct.getDatabase(database).drop();
		}
		finally {
			KilledStore.run("stop");
		}
	}

	private static void checkLedgers(String what, Instance gateway, Runnable kill) throws IOException {
		JsonNode newsroom = gateway.ask(NEWSROOM, Map.of()).get("data");
		ShareLedger shares = new ShareLedger(gateway, newsroom.at("/articles/nodes/0/id").asString());
		StoryLedger stories = new StoryLedger(gateway, newsroom.at("/sections/0/id").asString(),
				newsroom.at("/articles/nodes/0/authors/0/id").asString());
		List<Ledger> ledgers = List.of(shares, stories);
		ledgers.forEach((ledger) -> ledger.start(CLIENTS));
		for (int n = 0; n < KILLS; n++) {
			ledgers.forEach(KilledUnderLoadTests::awaitMore);
			kill.run();
		}
		ledgers.forEach(Ledger::stop);

		System.out.printf("%s killed %d times: %d shares and %d editors' steps acknowledged, %d and %d sent again%n",
				what, KILLS, shares.acknowledged(), stories.acknowledged(), shares.again(), stories.again());
		assertThat(shares.again() + stories.again()).isPositive();
		shares.check();
		stories.check();
	}

	private static void awaitMore(Ledger ledger) {
		int before = ledger.acknowledged();
		Awaitility.await().atMost(RETURN).until(() -> ledger.acknowledged() > before + ACKNOWLEDGED);
	}

	private Instance gateway(String store) throws IOException {
		Path content = this.folder.resolve("content");
		Files.writeString(Files.createDirectories(content).resolve("story.md"),
				"---\ntitle: Ledger\nauthor: Nell\ndate: 2026-05-14\n---\nOne story.");
		Files.writeString(Files.createDirectories(content.resolve("news")).resolve("_index.md"),
				"---\ntitle: News\n---\nWhat is new.");
		Path data = this.folder.resolve("gateway");
		assertThat(new Commands().run("import", content.toString(), "--broadsheet.data-dir=" + data,
				"--broadsheet.mongodb-uri=" + store))
			.isZero();
		return new Instance(data, store).start();
	}

	private static void assertNumbersHaveNoGap(TestStore store) {
		var actions = store.direct().getCollection("shareActions");
		long all = actions.countDocuments();
		assertThat(actions.countDocuments(Filters.lte("number", (int) all))).isEqualTo(all);
	}

}
