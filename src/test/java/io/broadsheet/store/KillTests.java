package io.broadsheet.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.model.Filters;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Kills a process that writes to its embedded store, again and again. */
class KillTests {

	private static final int ROUNDS = 10;

	private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

	@TempDir
	Path folder;

	private final Random random = new Random(20260514);

	@Test
	void whatWasAcknowledgedSurvivesBeingKilledAtAnyMoment() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			writeAndBeKilled(round);
		}
		Ledger ledger = Ledger.of(Files.readAllLines(ledgerFile()));
		Map<String, Document> stored = readAll(ledger);

		assertThat(ledger.inserted).hasSizeGreaterThan(10 * ROUNDS);
		assertThat(ledger.deleted).isNotEmpty();
		assertThat(ledger.doubled).isEmpty();
		assertThat(stored.keySet()).containsAll(ledger.toBeThere()).doesNotContainAnyElementsOf(ledger.deleted);
		assertThat(stored.values()).allSatisfy(KillTests::isWhole);
		assertThat(stored.values().stream().filter(KillTests::isReaddressed).map((one) -> one.getString("_id")))
			.containsAll(ledger.toBeReaddressed());
		assertThat(indexEntries()).isEqualTo(stored.values().stream().mapToLong((one) -> addresses(one).size()).sum());
	}

	private void writeAndBeKilled(int round) throws IOException, InterruptedException {
		Process writer = startWriter(round);
		try {
			Awaitility.await()
				.atMost(STARTS_WITHIN)
				.pollInterval(Duration.ofMillis(20))
				.until(() -> Files.readString(ledgerFile()).contains("deleted " + round + "."));
			if (round == 0) {
				anotherProcessIsTurnedAway();
			}
			assertThat(writer.waitFor(this.random.nextInt(500), TimeUnit.MILLISECONDS)).isFalse();
		}
		finally {
			writer.destroyForcibly().waitFor();
		}
	}

	private void anotherProcessIsTurnedAway() {
		assertThatExceptionOfType(UnusableStore.class)
			.isThrownBy(() -> new EmbeddedStore(OpenStore.settings(this.folder)))
			.withMessage("The data folder %s is in use by another Broadsheet process. Stop that one first,"
					+ " or set BROADSHEET_DATA_DIR to another folder.", this.folder);
	}

	private Process startWriter(int round) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		File ledger = ledgerFile().toFile();
		return new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp",
				System.getProperty("java.class.path"), WriterToBeKilled.class.getName(), this.folder.toString(),
				String.valueOf(round))
			.redirectOutput(ProcessBuilder.Redirect.appendTo(ledger))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

	private Path ledgerFile() {
		return this.folder.resolve("ledger");
	}

	private Map<String, Document> readAll(Ledger ledger) {
		Map<String, Document> stored = new HashMap<>();
		try (OpenStore store = new OpenStore(this.folder)) {
			store.articles().find().forEach((one) -> stored.put(one.getString("_id"), one));
			stored.values().forEach((one) -> addresses(one).forEach((address) -> {
				Document found = store.articles().find(Filters.eq(Addresses.FIELD, address)).first();
				assertThat(Objects.requireNonNull(found).getString("_id")).isEqualTo(one.getString("_id"));
			}));
			assertThat(ledger.deleted).allSatisfy(
					(id) -> assertThat(store.articles().find(Filters.eq(Addresses.FIELD, id)).first()).isNull());
		}
		return stored;
	}

	private long indexEntries() {
		MVStore file = new MVStore.Builder().fileName(this.folder.resolve("store.mv.db").toString()).readOnly().open();
		try {
			return file.openMap("broadsheet.articles._index_addresses_1").sizeAsLong();
		}
		finally {
			file.close();
		}
	}

	private static void isWhole(Document article) {
		String id = article.getString("_id");
		assertThat(addresses(article))
			.containsExactlyElementsOf(isReaddressed(article) ? List.of(id, id + ".new") : List.of(id));
		assertThat(article.getString("markdown")).endsWith("again. ");
	}

	private static boolean isReaddressed(Document article) {
		return article.containsKey("readdressed");
	}

	private static List<String> addresses(Document article) {
		return article.getList(Addresses.FIELD, String.class);
	}

	/** What the writers say that they did. */
	private static final class Ledger {

		private final Set<String> inserted = new HashSet<>();

		private final Set<String> readdressed = new HashSet<>();

		private final Set<String> deleting = new HashSet<>();

		private final Set<String> deleted = new HashSet<>();

		private final List<String> doubled = new ArrayList<>();

		static Ledger of(List<String> lines) {
			Ledger ledger = new Ledger();
			// Being killed can cut a line off.
			lines.stream().map((line) -> line.split(" ")).filter((words) -> words.length == 2).forEach(ledger::note);
			return ledger;
		}

		private void note(String[] words) {
			switch (words[0]) {
				case "inserted" -> this.inserted.add(words[1]);
				case "readdressed" -> this.readdressed.add(words[1]);
				case "deleting" -> this.deleting.add(words[1]);
				case "deleted" -> this.deleted.add(words[1]);
				case "doubled" -> this.doubled.add(words[1]);
				default -> throw new AssertionError(words[0]);
			}
		}

		Set<String> toBeThere() {
			Set<String> ids = new HashSet<>(this.inserted);
			ids.removeAll(this.deleting);
			return ids;
		}

		Set<String> toBeReaddressed() {
			Set<String> ids = new HashSet<>(this.readdressed);
			ids.removeAll(this.deleting);
			return ids;
		}

	}

}
