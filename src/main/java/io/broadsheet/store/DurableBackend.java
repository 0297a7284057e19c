package io.broadsheet.store;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/**
 * The H2 backend, but a write is in the file before it is acknowledged. Writes run one
 * after the other, so that what is committed is always whole commands, documents and
 * index entries together, at whatever moment the process is killed.
 */
class DurableBackend extends H2Backend {

	private static final Set<String> READS = Set.of("aggregate", "buildinfo", "collstats", "connectionstatus", "count",
			"dbstats", "distinct", "endsessions", "explain", "find", "getlasterror", "getmore", "getparameter", "hello",
			"ismaster", "killcursors", "listcollections", "listdatabases", "listindexes", "ping", "serverstatus",
			"validate", "whatsmyuri");

	private final ReentrantLock writing = new ReentrantLock();

	DurableBackend(MVStore file) {
		super(file);
	}

	@Override
	public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
		if (READS.contains(command.toLowerCase(Locale.ROOT))) {
			return super.handleCommand(channel, databaseName, command, query);
		}
		this.writing.lock();
		try {
			return super.handleCommand(channel, databaseName, command, query);
		}
		finally {
			commit();
			this.writing.unlock();
		}
	}

}
