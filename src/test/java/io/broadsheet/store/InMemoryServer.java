package io.broadsheet.store;

import java.net.InetSocketAddress;

import de.bwaldvogel.mongo.MongoServer;
import org.h2.mvstore.MVStore;

/** The embedded store without a file, for several gateways at once. */
public final class InMemoryServer {

	private final MongoServer server = new MongoServer(new DurableBackend(new MVStore.Builder().open()));

	/**
	 * Starts it, on a loopback port of its own.
	 * @return where it is
	 */
	public InetSocketAddress start() {
		return this.server.bind();
	}

}
