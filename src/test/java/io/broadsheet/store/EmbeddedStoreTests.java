package io.broadsheet.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedStoreTests {

	@TempDir
	Path folder;

	@Test
	void findsByEachAddressAndRefusesThoseOfOthersThroughUpdatesAndRestarts() {
		try (OpenStore store = new OpenStore(this.folder)) {
			store.articles().insertOne(article("one", "bridge", "old-bridge"));
			store.articles().insertOne(article("two", "ferry"));
			refuses(() -> store.articles().insertOne(article("three", "pier", "old-bridge")));
			refuses(() -> store.articles()
				.updateOne(Filters.eq("_id", "two"), Updates.addToSet(Addresses.FIELD, "bridge")));
			store.articles().replaceOne(Filters.eq("_id", "one"), article("one", "new-bridge", "bridge"));
		}
		try (OpenStore store = new OpenStore(this.folder)) {
			assertThat(at(store, "new-bridge")).isEqualTo("one");
			assertThat(at(store, "bridge")).isEqualTo("one");
			assertThat(at(store, "old-bridge")).isNull();
			refuses(() -> store.articles().insertOne(article("three", "bridge")));
			store.articles().insertOne(article("three", "old-bridge"));
			assertThat(at(store, "old-bridge")).isEqualTo("three");
		}
	}

	@Test
	void stopsAtTheFirstRefusalOfManyAndKeepsWhatCameBefore() {
		try (OpenStore store = new OpenStore(this.folder)) {
			List<Document> some = List.of(article("one", "a"), article("two", "a"), article("three", "c"));

			assertThatExceptionOfType(MongoBulkWriteException.class)
				.isThrownBy(() -> store.articles().insertMany(some));
			assertThat(store.articles().countDocuments()).isOne();
		}
	}

	@Test
	void updatesAsTheGatewayDoes() {
		try (OpenStore store = new OpenStore(this.folder)) {
			MongoCollection<Document> articles = store.articles();
			ReplaceOptions upsert = new ReplaceOptions().upsert(true);
			articles.replaceOne(Filters.eq("_id", "one"), article("one", "a").append("n", 1), upsert);
			articles.replaceOne(Filters.eq("_id", "one"), article("one", "b").append("n", 2), upsert);
			articles.updateOne(Filters.eq("_id", "one"), Updates.max("n", 7L));
			articles.updateOne(Filters.eq("_id", "one"), Updates.max("n", 5L));
			articles.updateOne(Filters.eq("_id", "tally"),
					Updates.combine(Updates.max("counts.mail", 3L), Updates.addToSet(Addresses.FIELD, "tally")),
					new UpdateOptions().upsert(true));
			Document updated = articles.findOneAndUpdate(Filters.eq("_id", "one"), Updates.inc("n", 1),
					new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));

			assertThat(updated).isEqualTo(article("one", "b").append("n", 8L));
			assertThat(articles.find(Filters.in("_id", "tally", "nobody", "one")).into(new ArrayList<>()))
				.containsExactlyInAnyOrder(updated,
						article("tally", "tally").append("counts", new Document("mail", 3L)));
		}
	}

	@Test
	void neverAnswersHalfAnUpdate() throws InterruptedException {
		try (OpenStore store = new OpenStore(this.folder)) {
			store.articles().insertOne(numbered(0));
			AtomicBoolean done = new AtomicBoolean();
			List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
			Thread reader = Thread.ofPlatform().uncaughtExceptionHandler((thread, ex) -> failures.add(ex)).start(() -> {
				while (!done.get()) {
					Document read = Objects.requireNonNull(store.articles().find().first());
					assertThat(read).isEqualTo(numbered(read.getInteger("n")));
				}
			});
			for (int n = 1; n <= 500; n++) {
				store.articles().replaceOne(Filters.eq("_id", "one"), numbered(n));
			}
			done.set(true);
			reader.join();

			assertThat(failures).isEmpty();
		}
	}

	@Test
	void doesNotGrowWithoutBounds() throws IOException {
		try (OpenStore store = new OpenStore(this.folder)) {
			store.articles().insertOne(article("one", "a"));
			for (int n = 0; n < 1000; n++) {
				store.articles().updateOne(Filters.eq("_id", "one"), Updates.set("text", "x".repeat(5000)));
				store.articles().updateOne(Filters.eq("_id", "one"), Updates.set("text", "y".repeat(5000)));
			}
		}

		assertThat(Files.size(this.folder.resolve("store.mv.db"))).isLessThan(4_000_000);
	}

	@Test
	void saysThatItsFolderCannotBeMade() throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));

		assertThatExceptionOfType(UnusableStore.class).isThrownBy(() -> new OpenStore(file))
			.withMessage("The data folder %s cannot be made (FileAlreadyExistsException)."
					+ " Set BROADSHEET_DATA_DIR to a folder that can be written.", file);
	}

	@Test
	void saysThatItsFileIsDamaged() throws IOException {
		Files.writeString(this.folder.resolve("store.mv.db"), "Once upon a time ".repeat(1000));

		assertThatExceptionOfType(UnusableStore.class).isThrownBy(() -> new OpenStore(this.folder))
			.withMessageStartingWith("The embedded store in %s is damaged. ", this.folder)
			.withMessageEndingWith("Restore the folder from a backup, or move it away to begin with an empty store.");
	}

	@Test
	void readsOnOrSaysSoWhereverItsFileIsDamaged() throws IOException {
		try (OpenStore store = new OpenStore(this.folder)) {
			for (int n = 0; n < 100; n++) {
				store.articles().insertOne(article("id" + n, "slug" + n).append("text", "x".repeat(2000)));
			}
		}
		byte[] whole = Files.readAllBytes(this.folder.resolve("store.mv.db"));
		Random random = new Random(7);
		for (int round = 0; round < 30; round++) {
			Path copy = Files.createDirectory(this.folder.resolve("round" + round));
			Files.write(copy.resolve("store.mv.db"), damaged(whole, random));
			try {
				assertThat(readAll(copy)).isLessThanOrEqualTo(100);
			}
			catch (UnusableStore ex) {
				assertThat(ex).hasMessageStartingWith("The embedded store in %s is damaged. ", copy);
			}
			catch (MongoException ex) {
				// Told when the damaged part is read.
			}
			catch (AssertionError ex) {
				// H2 has assertions of its own, which are on in tests alone.
				assertThat(ex.getStackTrace()[0].getClassName()).startsWith("org.h2.");
			}
		}
	}

	private static int readAll(Path copy) {
		EmbeddedStore store = new EmbeddedStore(OpenStore.settings(copy));
		try (MongoClient client = MongoClients.create(store.connection())) {
			MongoCollection<Document> articles = client.getDatabase("broadsheet").getCollection("articles");
			return articles.find().into(new ArrayList<>()).size();
		}
		finally {
			store.close();
		}
	}

	private static byte[] damaged(byte[] whole, Random random) {
		byte[] damaged = (random.nextInt(3) == 0) ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
		int spots = 1 + random.nextInt(200);
		for (int n = 0; n < spots && damaged.length > 0; n++) {
			damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
		}
		return damaged;
	}

	@Test
	void endsAStartWithItsSentence() {
		UnusableStore cause = new UnusableStore("It cannot be used.", null);

		FailureAnalysis analysis = Objects
			.requireNonNull(new UnusableStoreAnalyzer().analyze(new IllegalStateException("Wrapped", cause)));

		assertThat(analysis.getDescription()).isEqualTo("It cannot be used.");
	}

	private static void refuses(Runnable write) {
		assertThatExceptionOfType(MongoWriteException.class).isThrownBy(write::run)
			.satisfies((ex) -> assertThat(ex.getError().getCode()).isEqualTo(11000));
	}

	private static @Nullable String at(OpenStore store, String address) {
		Document found = store.articles().find(Filters.eq(Addresses.FIELD, address)).first();
		return (found != null) ? found.getString("_id") : null;
	}

	private static Document numbered(int n) {
		Document document = new Document("_id", "one").append("n", n).append(Addresses.FIELD, List.of("a" + n));
		for (int field = 0; field < 50; field++) {
			document.append("field" + n + "-" + field, n);
		}
		return document;
	}

	private static Document article(String id, String... addresses) {
		return new Document("_id", id).append(Addresses.FIELD, List.of(addresses));
	}

}
