package io.broadsheet.store;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Set;

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

	private RequestPatience() {
	}

	/** Has the mark carried to threads by what a registry knows. */
	public static void registerWith(ContextRegistry registry) {
		registry.registerThreadLocalAccessor(KEY, REQUEST);
	}

	/** Whether it is a request for which this thread works. */
	static boolean isForRequest() {
		return REQUEST.get();
	}

	/**
	 * Whether it is a request that calls a method of a collection, and one that it waits
	 * for.
	 * @param method the method
	 */
	static boolean bounds(Method method) {
		return isForRequest() && QUICK.contains(method.getName());
	}

	/**
	 * How long requests wait for a store that did not answer some moments ago.
	 * @param patience how long they wait otherwise
	 */
	static Duration whileAway(Duration patience) {
		return patience.dividedBy(PART_WHILE_AWAY);
	}

}
