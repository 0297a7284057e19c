package io.broadsheet.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.broadsheet.TestStore;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Several take one unique value at once, which a real store can call a deadlock. */
class DeadlocksTests {

	/** As many as there are instances: each of them has its own writers queue up. */
	private static final int WRITERS = 3;

	private static final int ROUNDS = 20;

	@Test
	void oneOfThoseWhoRaceForAValueGetsItAndTheOthersAreToldThatItIsTaken() throws Exception {
		try (TestStore store = new TestStore(); ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			MongoCollection<Document> collection = GatewayDatabase
				.of(store.direct(), Duration.ofSeconds(1), new StoreWatch())
				.getCollection("race");
			collection.createIndex(Indexes.ascending(Addresses.FIELD), new IndexOptions().unique(true));
			for (int round = 0; round < ROUNDS; round++) {
				List<String> slugs = List.of("wanted-" + round, "wanted-too-" + round);
				List<Callable<Boolean>> race = IntStream.range(0, WRITERS)
					.<Callable<Boolean>>mapToObj((writer) -> () -> Insertion.ifAbsent(collection,
							new Document(Addresses.FIELD, (writer % 2 == 0) ? slugs : slugs.reversed())))
					.toList();

				assertThat(results(writers.invokeAll(race))).containsOnlyOnce(true);
			}
			assertThat(collection.countDocuments()).isEqualTo(ROUNDS);
		}
	}

	private static List<Boolean> results(List<Future<Boolean>> race) throws Exception {
		List<Boolean> results = new ArrayList<>();
		for (Future<Boolean> writer : race) {
			results.add(writer.get());
		}
		return results;
	}

}
