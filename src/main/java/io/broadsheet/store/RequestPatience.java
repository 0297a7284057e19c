package io.broadsheet.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.context.ContextRegistry;
import org.jspecify.annotations.Nullable;

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

	private static final Set<String> QUICK = Set.of("find", "countDocuments", "aggregate", "insertOne", "updateOne",
			"replaceOne", "deleteOne", "findOneAndUpdate", "findOneAndReplace", "findOneAndDelete");

	private static final ThreadLocal<Boolean> REQUEST = ThreadLocal.withInitial(() -> false);

	static {
		ContextRegistry.getInstance().registerThreadLocalAccessor(KEY, REQUEST);
	}

	private RequestPatience() {
	}

	/**
	 * Bounds what requests ask of a database.
	 * @param database the database
	 * @return the same, with collections that fail soon where a request asks
	 */
	static MongoDatabase bound(MongoDatabase database) {
		return proxy(MongoDatabase.class, (method) -> database);
	}

	private static MongoCollection<?> bound(MongoCollection<?> collection) {
		return proxy(MongoCollection.class, (method) -> (REQUEST.get() && QUICK.contains(method.getName()))
				? collection.withTimeout(MILLIS, TimeUnit.MILLISECONDS) : collection);
	}

	private static <T> T proxy(Class<T> type, Choice choice) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> wrapped(invoke(method, choice.target(method), arguments))));
	}

	private static @Nullable Object wrapped(@Nullable Object result) {
		return (result instanceof MongoCollection<?> collection) ? bound(collection) : result;
	}

	private static @Nullable Object invoke(Method method, Object target, Object @Nullable [] arguments)
			throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	@FunctionalInterface
	private interface Choice {

		Object target(Method method);

	}

}
