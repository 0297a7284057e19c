package io.broadsheet;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.broadsheet.store.InMemoryServer;

/**
 * An empty database of its own, at the end of a {@link Wire}. It is on the server that
 * the system property {@code broadsheet.real-store} names, or else on one in this
 * process.
 */
public final class TestStore implements AutoCloseable {

	private static final String REAL = System.getProperty("broadsheet.real-store", "");

	private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");

	private final Wire wire;

	private final MongoClient client;

	private final MongoClient directClient;

	/** Makes the database. */
	public TestStore() {
		InetSocketAddress server = server();
		this.wire = new Wire(server);
		this.client = client(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.wire.port()));
		this.directClient = client(server);
	}

	/** Whether the suite runs on a real server. */
	public static boolean isReal() {
		return !REAL.isEmpty();
	}

	/** The connection string by which a gateway reaches the database over the wire. */
	public String uri() {
		return "mongodb://127.0.0.1:" + this.wire.port() + "/" + this.name;
	}

	/** The database, reached over the wire. */
	public MongoDatabase database() {
		return this.client.getDatabase(this.name);
	}

	/** The database, whatever the wire is like. */
	public MongoDatabase direct() {
		return this.directClient.getDatabase(this.name);
	}

	/** The wire to the database. */
	public Wire wire() {
		return this.wire;
	}

	@Override
	public void close() {
		direct().drop();
		this.directClient.close();
		this.client.close();
		this.wire.close();
	}

	private static InetSocketAddress server() {
		if (isReal()) {
			ServerAddress address = new ServerAddress(new ConnectionString(REAL).getHosts().getFirst());
			return new InetSocketAddress(address.getHost(), address.getPort());
		}
		return InMemory.ADDRESS;
	}

	private static MongoClient client(InetSocketAddress address) {
		return MongoClients.create(MongoClientSettings.builder()
			.applyConnectionString(new ConnectionString("mongodb://127.0.0.1:" + address.getPort()))
			.addCommandListener(CommandShapes.SEEN)
			.applyToClusterSettings((cluster) -> cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
			.build());
	}

	/** The server in this process, which all tests share and which ends with it. */
	private static final class InMemory {

		static final InetSocketAddress ADDRESS = new InMemoryServer().start();

	}

}
