package io.broadsheet.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import jakarta.annotation.PreDestroy;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

import org.springframework.context.annotation.Conditional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A store inside this process, for a first look and for small newsrooms:
 * mongo-java-server on one file of H2's MVStore, on a loopback port of its own choosing.
 * The file belongs to one process at a time.
 */
@Component
@Conditional(EmbeddedStoreCondition.class)
class EmbeddedStore {

	/** Each write has a few pages of the file written, so small ones make it cheap. */
	private static final int PAGE_BYTES = 4 * 1024;

	/**
	 * How long a part of the file that nothing refers to is left as it is: long enough
	 * for the disk to have what took its place, short enough for the file not to grow.
	 */
	private static final int RETENTION_MILLIS = 10_000;

	private final DurableBackend backend;

	private final MongoServer server;

	private final ConnectionString connection;

	EmbeddedStore(StoreSettings settings) {
		this.backend = openIn(settings.dataDir());
		this.server = new MongoServer(this.backend);
		this.connection = new ConnectionString(this.server.bindAndGetConnectionString());
	}

	/** How to connect to it. */
	ConnectionString connection() {
		return this.connection;
	}

	@Scheduled(fixedDelayString = "PT5S")
	void tidy() {
		this.backend.tidy();
	}

	@PreDestroy
	void close() {
		this.server.shutdownNow();
	}

	private static DurableBackend openIn(Path folder) {
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new UnusableStore(("The data folder %s cannot be made (%s)."
					+ " Set BROADSHEET_DATA_DIR to a folder that can be written.")
				.formatted(folder.toAbsolutePath(), ex.getClass().getSimpleName()), ex);
		}
		try {
			return backend(open(folder.resolve("store.mv.db")));
		}
		catch (MVStoreException ex) {
			throw unusable(folder, ex);
		}
		catch (RuntimeException ex) {
			// What is damaged can fail in any way while it is read.
			throw UnusableStore.damaged(folder, ex);
		}
	}

	private static DurableBackend backend(MVStore file) {
		try {
			return new DurableBackend(file);
		}
		catch (RuntimeException ex) {
			file.closeImmediately();
			throw ex;
		}
	}

	/**
	 * Nothing is written but by the backend's commits, which never cut a write in two.
	 */
	private static MVStore open(Path file) {
		MVStore store = new MVStore.Builder().fileName(file.toString())
			.autoCommitDisabled()
			.autoCommitBufferSize(0)
			.pageSplitSize(PAGE_BYTES)
			.open();
		store.setRetentionTime(RETENTION_MILLIS);
		return store;
	}

	private static UnusableStore unusable(Path folder, MVStoreException ex) {
		if (ex.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
			return new UnusableStore(("The data folder %s is in use by another Broadsheet process."
					+ " Stop that one first, or set BROADSHEET_DATA_DIR to another folder.")
				.formatted(folder.toAbsolutePath()), ex);
		}
		return UnusableStore.damaged(folder, ex);
	}

}
