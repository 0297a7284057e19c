package io.broadsheet.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.slf4j.LoggerFactory;

/**
 * Writes to an embedded store from several threads until it is killed, and prints each
 * write when the store has acknowledged it. A removal is printed before it is tried too,
 * since it may be done without being acknowledged.
 */
final class WriterToBeKilled {

	private static final int THREADS = 4;

	private static final String BODY = "The bridge is open again. ".repeat(80);

	private final MongoCollection<Document> articles;

	private final String name;

	private WriterToBeKilled(MongoCollection<Document> articles, String name) {
		this.articles = articles;
		this.name = name;
	}

	public static void main(String[] args) {
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
		endWithItsParent();
		OpenStore store = new OpenStore(Path.of(args[0]));
		for (int thread = 0; thread < THREADS; thread++) {
			WriterToBeKilled writer = new WriterToBeKilled(store.articles(), args[1] + "." + thread);
			Thread.ofPlatform().start(writer::writeOn);
		}
		while (true) {
			store.tidy();
		}
	}

	private static void endWithItsParent() {
		ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
		Thread.ofPlatform().start(() -> {
			parent.onExit().join();
			Runtime.getRuntime().halt(1);
		});
	}

	private void writeOn() {
		for (int n = 0;; n++) {
			String id = this.name + "." + n;
			insert(id);
			insertTwice(id);
			readdress(id);
			if (n % 4 == 0) {
				insertMany(id);
			}
			if (n % 3 == 0) {
				delete(id);
			}
		}
	}

	private void insert(String id) {
		this.articles.insertOne(article(id));
		say("inserted " + id);
	}

	private void insertTwice(String id) {
		try {
			this.articles.insertOne(article(id).append("_id", id + ".twin"));
			say("doubled " + id);
		}
		catch (MongoWriteException expected) {
			// The address belongs to another.
		}
	}

	private void readdress(String id) {
		this.articles.updateOne(Filters.eq("_id", id),
				Updates.combine(Updates.addToSet(Addresses.FIELD, id + ".new"), Updates.set("readdressed", true)));
		say("readdressed " + id);
	}

	private void insertMany(String id) {
		List<Document> some = new ArrayList<>();
		IntStream.range(0, 20).forEach((n) -> some.add(article(id + ".part" + n)));
		this.articles.insertMany(some);
		some.forEach((one) -> say("inserted " + one.getString("_id")));
	}

	private void delete(String id) {
		say("deleting " + id);
		this.articles.deleteOne(Filters.eq("_id", id));
		say("deleted " + id);
	}

	private static Document article(String id) {
		return new Document("_id", id).append(Addresses.FIELD, List.of(id)).append("markdown", BODY);
	}

	private static void say(String what) {
		System.out.println(what);
	}

}
