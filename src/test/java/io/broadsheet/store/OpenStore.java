package io.broadsheet.store;

import java.nio.file.Path;
import java.time.Duration;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;

/** An embedded store with a collection whose addresses are unique. */
final class OpenStore implements AutoCloseable {

	private final EmbeddedStore store;

	private final MongoClient client;

	OpenStore(Path folder) {
		this.store = new EmbeddedStore(settings(folder));
		this.client = MongoClients.create(this.store.connection());
		articles().createIndex(Indexes.ascending(Addresses.FIELD), new IndexOptions().unique(true));
	}

	/** The settings of an embedded store. */
	static StoreSettings settings(Path folder) {
		return new StoreSettings(null, folder, Duration.ofSeconds(10), Duration.ofSeconds(1));
	}

	MongoCollection<Document> articles() {
		return this.client.getDatabase("broadsheet").getCollection("articles");
	}

	void tidy() {
		this.store.tidy();
	}

	@Override
	public void close() {
		this.client.close();
		this.store.close();
	}

}
