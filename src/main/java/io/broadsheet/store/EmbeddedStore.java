package io.broadsheet.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import jakarta.annotation.PreDestroy;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.DataUtils;

import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * A store inside this process, for a first look and for small newsrooms:
 * mongo-java-server on one file of H2's MVStore, on a loopback port of its own choosing.
 * The file belongs to one process at a time.
 */
@Component
@Conditional(EmbeddedStoreCondition.class)
class EmbeddedStore {

	private final MongoServer server;

	private final ConnectionString connection;

	EmbeddedStore(StoreSettings settings) {
		this.server = new MongoServer(new DurableBackend(open(settings.dataDir())));
		this.connection = new ConnectionString(this.server.bindAndGetConnectionString());
	}

	/** How to connect to it. */
	ConnectionString connection() {
		return this.connection;
	}

	@PreDestroy
	void close() {
		this.server.shutdownNow();
	}

	private static MVStore open(Path folder) {
		Path file = folder.resolve("store.mv.db");
		try {
			Files.createDirectories(folder);
			// Nothing is written but by the backend's commits, which never cut a write in
			// two.
			return new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().autoCommitBufferSize(0).open();
		}
		catch (IOException ex) {
			throw new UnusableStore(
					"The data folder %s cannot be used: %s. Set BROADSHEET_DATA_DIR to one that can be written."
						.formatted(folder.toAbsolutePath(), ex.getMessage()),
					ex);
		}
		catch (MVStoreException ex) {
			throw unusable(folder, file, ex);
		}
	}

	private static UnusableStore unusable(Path folder, Path file, MVStoreException ex) {
		if (ex.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
			return new UnusableStore(
					"The data folder %s is in use by another Broadsheet process. Stop that one first, or set BROADSHEET_DATA_DIR to another folder."
						.formatted(folder.toAbsolutePath()),
					ex);
		}
		return new UnusableStore(
				"The store's file %s cannot be read (%s). Restore it from a backup, or move it away to begin with an empty store."
					.formatted(file.toAbsolutePath(), ex.getMessage()),
				ex);
	}

}
