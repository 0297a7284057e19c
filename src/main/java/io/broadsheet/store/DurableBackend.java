package io.broadsheet.store;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

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

	/**
	 * A part of the file of which less than this percentage is in use is written anew.
	 */
	private static final int TIDY_BELOW = 50;

	/** How much is written anew at once, so that nobody waits for long. */
	private static final int TIDY_BYTES = 2 * 1024 * 1024;

	private static final int CLOSING_MILLIS = 500;

	/** Fair, so that tidying, however often, makes a write wait for one round of it. */
	private final ReentrantLock writing = new ReentrantLock(true);

	/**
	 * The backend changes documents in place and hands out the very same ones, so nobody
	 * may look at any while a command changes them.
	 */
	private final ReentrantReadWriteLock documents = new ReentrantReadWriteLock();

	DurableBackend(MVStore file) {
		super(file);
	}

	@Override
	public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
		if (READS.contains(command.toLowerCase(Locale.ROOT))) {
			return read(channel, databaseName, command, query);
		}
		this.writing.lock();
		try {
			return change(channel, databaseName, command, query);
		}
		finally {
			commit();
			this.writing.unlock();
		}
	}

	/**
	 * Writes anew what lies scattered in the file, so that its space can be used again.
	 */
	void tidy() {
		this.writing.lock();
		try {
			if (!getMvStore().isClosed()) {
				getMvStore().compact(TIDY_BELOW, TIDY_BYTES);
			}
		}
		finally {
			this.writing.unlock();
		}
	}

	/** Closes the file, after some time for making it small if much of it is unused. */
	@Override
	public void close() {
		try {
			getMvStore().close((percentInUse() < TIDY_BELOW) ? CLOSING_MILLIS : 0);
		}
		catch (MVStoreException ex) {
			// What cannot be read cannot be made small either.
			getMvStore().closeImmediately();
		}
		super.close();
	}

	private int percentInUse() {
		FileStore<?> file = getMvStore().getFileStore();
		return file.getFillRate() * file.getChunksFillRate() / 100;
	}

	private Document read(Channel channel, String databaseName, String command, Document query) {
		this.documents.readLock().lock();
		try {
			return super.handleCommand(channel, databaseName, command, query).cloneDeeply();
		}
		finally {
			this.documents.readLock().unlock();
		}
	}

	private Document change(Channel channel, String databaseName, String command, Document query) {
		this.documents.writeLock().lock();
		try {
			return super.handleCommand(channel, databaseName, command, query).cloneDeeply();
		}
		finally {
			this.documents.writeLock().unlock();
		}
	}

}
