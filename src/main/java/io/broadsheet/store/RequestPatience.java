package io.broadsheet.store;

import java.lang.reflect.Method;
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

	/** With what else a request takes, less than a second. */
	private static final int MILLIS = 800;

	/**
	 * Nobody waits long for a store that is known to be away, so that requests do not
	 * pile up; what it takes if it is back this very moment.
	 */
	private static final int MILLIS_WHILE_AWAY = 200;

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
	 * @param isAway whether the store did not answer some moments ago
	 * @return the same collection, which fails soon if a request calls what it waits for
	 */
	static <T> MongoCollection<T> bound(MongoCollection<T> collection, Method method, boolean isAway) {
		return (REQUEST.get() && QUICK.contains(method.getName()))
				? collection.withTimeout(isAway ? MILLIS_WHILE_AWAY : MILLIS, TimeUnit.MILLISECONDS) : collection;
	}

}
