package io.broadsheet.store;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoCollection;
import io.micrometer.context.ContextRegistry;

/**
 * How long a request waits for an answer of the store. A request is marked by a value
 * under {@link #KEY} in Reactor's context, which follows it to wherever its fields are
 * fetched. What runs in the background, or changes many documents at once, may take
 * longer.
 */
public final class RequestPatience {

	/** The key of the mark, whose value is {@code true}. */
	public static final String KEY = RequestPatience.class.getName();

	/**
	 * Nobody waits long for a store that is known to be away, so that requests do not
	 * pile up, but for long enough to find it back.
	 */
	private static final int PART_WHILE_AWAY = 4;

	private static final Set<String> QUICK = Set.of("find", "countDocuments", "aggregate", "insertOne", "updateOne",
			"replaceOne", "deleteOne", "findOneAndUpdate", "findOneAndReplace", "findOneAndDelete");

	private static final ThreadLocal<Boolean> REQUEST = ThreadLocal.withInitial(() -> false);

	static {
		ContextRegistry.getInstance().registerThreadLocalAccessor(KEY, REQUEST);
	}

	private RequestPatience() {
	}

	/**
	 * Bounds what a request asks of a collection.
	 * @param collection the collection
	 * @param method what is called on it
	 * @param patience how long a request waits
	 * @param isAway whether the store did not answer some moments ago
	 * @return the same collection, which fails soon if a request calls what it waits for
	 */
	static <T> MongoCollection<T> bound(MongoCollection<T> collection, Method method, Duration patience,
			boolean isAway) {
		if (!REQUEST.get() || !QUICK.contains(method.getName())) {
			return collection;
		}
		Duration left = isAway ? patience.dividedBy(PART_WHILE_AWAY) : patience;
		return collection.withTimeout(left.toMillis(), TimeUnit.MILLISECONDS);
	}

}
