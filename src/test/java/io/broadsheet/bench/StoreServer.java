package io.broadsheet.bench;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;

/**
 * A store in a process of its own, so that what it costs is not counted as the servers'.
 * Prints its address.
 */
final class StoreServer {

	private StoreServer() {
	}

	public static void main(String[] args) {
		MongoServer server = new MongoServer(H2Backend.inMemory());
		System.out.println(server.bindAndGetConnectionString());
	}

}
