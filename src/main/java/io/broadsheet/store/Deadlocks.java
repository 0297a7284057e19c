package io.broadsheet.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import org.jspecify.annotations.Nullable;

/**
 * Writes that a store gives up because they wait for each other, as PostgreSQL under
 * FerretDB does where several take one unique value at once. Nothing is done of such a
 * write, so that it can be done again, and then finds the value taken. Of several writes
 * that are sent together some may be done; all that are replace whole documents, which
 * may be done again too.
 */
final class Deadlocks {

	/**
	 * PostgreSQL's {@code 40P01} in the number that DocumentDB makes of it: six bits for
	 * each character, counted from {@code 0}, the first one lowest.
	 */
	private static final int CODE = 16_908_292;

	private static final int ATTEMPTS = 8;

	/** Those that gave up together are not to meet again; doubled each time. */
	private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(20).toNanos();

	private Deadlocks() {
	}

	/**
	 * Writes, and again after a deadlock.
	 * @param write what writes
	 * @return what it returns
	 * @throws Throwable what it throws, a deadlock only if there is one time and again
	 */
	static @Nullable Object retried(Write write) throws Throwable {
		for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
			try {
				return write.run();
			}
			catch (MongoException ex) {
				if (!isDeadlock(ex)) {
					throw ex;
				}
				LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_NANOS << attempt));
			}
		}
		return write.run();
	}

	private static boolean isDeadlock(MongoException ex) {
		return ex.getCode() == CODE || (ex instanceof MongoBulkWriteException bulk
				&& bulk.getWriteErrors().stream().anyMatch((error) -> error.getCode() == CODE));
	}

	/** Something that writes. */
	@FunctionalInterface
	interface Write {

		@Nullable Object run() throws Throwable;

	}

}
