package io.broadsheet.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The database as the gateway uses it: requests wait for it with {@link RequestPatience},
 * and what it gave up in one of its {@link Deadlocks} is done again.
 */
final class GatewayDatabase {

	private final Duration patience;

	private final StoreWatch watch;

	private GatewayDatabase(Duration patience, StoreWatch watch) {
		this.patience = patience;
		this.watch = watch;
	}

	/**
	 * Sees to that for a database.
	 * @param database the database
	 * @param patience how long a request waits for it
	 * @param watch knows whether it answers
	 * @return the same, with collections that behave so
	 */
	static MongoDatabase of(MongoDatabase database, Duration patience, StoreWatch watch) {
		return new GatewayDatabase(patience, watch).proxy(MongoDatabase.class, (method) -> database);
	}

	private MongoCollection<?> collection(MongoCollection<?> collection) {
		MongoCollection<?> patient = within(this.patience, collection);
		MongoCollection<?> hasty = within(RequestPatience.whileAway(this.patience), collection);
		return proxy(MongoCollection.class, (method) -> {
			if (!RequestPatience.bounds(method)) {
				return collection;
			}
			return this.watch.isAway() ? hasty : patient;
		});
	}

	private static MongoCollection<?> within(Duration patience, MongoCollection<?> collection) {
		return collection.withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	private <T> T proxy(Class<T> type, Choice choice) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method,
				arguments) -> wrapped(Deadlocks.retried(() -> invoke(method, choice.target(method), arguments)))));
	}

	private @Nullable Object wrapped(@Nullable Object result) {
		return (result instanceof MongoCollection<?> collection) ? collection(collection) : result;
	}

	private static @Nullable Object invoke(Method method, Object target, @Nullable Object @Nullable [] arguments)
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
