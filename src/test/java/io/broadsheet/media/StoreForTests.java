package io.broadsheet.media;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;

/** A store in memory, on a loopback port of its own, that can be taken away. */
final class StoreForTests implements AutoCloseable {

	private final MongoServer server = new MongoServer(H2Backend.inMemory());

	private final InetSocketAddress address = this.server.bind();

	private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
		.applyToClusterSettings((cluster) -> cluster.hosts(List.of(new ServerAddress(this.address)))
			.serverSelectionTimeout(1, TimeUnit.SECONDS))
		.build());

	MongoDatabase database() {
		return this.client.getDatabase("test");
	}

	/** The store does not answer any more. */
	void stop() {
		this.server.shutdownNow();
	}

	@Override
	public void close() {
		this.client.close();
		this.server.shutdownNow();
	}

}
