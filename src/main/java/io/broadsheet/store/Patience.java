package io.broadsheet.store;

import java.util.concurrent.TimeUnit;

import com.mongodb.client.FindIterable;

/**
 * How long the store works on something for which a client waits: it is told with the
 * command, and gives up by itself then, whatever becomes of the connection.
 */
public final class Patience {

	private static final long SECONDS = 10;

	private Patience() {
	}

	/**
	 * Bounds the time of a query.
	 * @param query the query
	 * @param <T> what it finds
	 * @return the same query
	 */
	public static <T> FindIterable<T> with(FindIterable<T> query) {
		return query.maxTime(SECONDS, TimeUnit.SECONDS);
	}

}
