package io.broadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Has a real server explain how it finds what all tests before had it look for: in
 * collections that are as the tests left them, but large.
 */
@GatewayTest
@Order(Integer.MAX_VALUE)
@EnabledIf(value = "io.broadsheet.TestStore#isReal", disabledReason = "The embedded store explains nothing")
class ExplainedCommandsTests {

	/**
	 * What is read whole: articles when the index is built anew or everything is
	 * exported, the others because they are kept in memory.
	 */
	private static final Set<String> READ_WHOLE = Set.of("articles", "authors", "topics", "sections");

	private static final int MANY = 3_000;

	@Autowired
	private MongoDatabase database;

	@Test
	void everyCommandIsServedByAnIndex() {
		List<String> scans = new ArrayList<>();
		int explained = 0;
		try (TestStore large = new TestStore()) {
			enlarge(large.database());
			for (var seen : CommandShapes.SEEN.finds().entrySet()) {
				BsonDocument find = seen.getValue();
				if (!isMeantToReadAll(find)) {
					explained++;
					if (plan(large.database(), find).isScan()) {
						scans.add(seen.getKey());
					}
				}
			}
		}
		System.out.println("explained " + explained + " commands");
		assertThat(explained).isPositive();
		assertThat(scans).isEmpty();
	}

	private static boolean isMeantToReadAll(BsonDocument find) {
		return find.getDocument("filter").isEmpty() && !find.containsKey("sort")
				&& READ_WHOLE.contains(find.getString("find").getValue());
	}

	private static QueryPlan plan(MongoDatabase database, BsonDocument find) {
		Document answer = database.runCommand(new Document("explain", find).append("verbosity", "queryPlanner"));
		return new QueryPlan(answer.get("queryPlanner", Document.class).get("Plan", Document.class));
	}

	private void enlarge(MongoDatabase large) {
		for (String name : this.database.listCollectionNames()) {
			List<Document> samples = this.database.getCollection(name).find().limit(20).into(new ArrayList<>());
			if (!samples.isEmpty()) {
				MongoCollection<Document> copies = large.getCollection(name);
				this.database.getCollection(name)
					.listIndexes()
					.forEach((index) -> copies.createIndex(index.get("key", Document.class)));
				copies.insertMany(copies(samples));
			}
		}
	}

	/** What an index keeps unique is not so here, which changes nothing for a search. */
	private static List<Document> copies(List<Document> samples) {
		List<Document> copies = new ArrayList<>();
		for (int n = 0; n < MANY; n++) {
			Document copy = new Document(samples.get(n % samples.size()));
			copy.put("_id", switch (copy.get("_id")) {
				case String id -> id + n;
				case ObjectId id -> new ObjectId();
				case null, default -> (long) n;
			});
			copies.add(copy);
		}
		return copies;
	}

}
