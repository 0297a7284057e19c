package io.broadsheet.graph;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.function.SingletonSupplier;

/** Fetches a field by a controller's method that takes the field's source alone. */
class InMemoryFetcher implements LightDataFetcher<Object> {

	private final Supplier<Object> controller;

	private final Method method;

	/** The schema is there before the controllers, which may need it. */
	InMemoryFetcher(BeanFactory controllers, Method method) {
		if (method.getParameterCount() != 1) {
			throw new IllegalArgumentException(
					"%s is said to answer from memory, so it can take its field's source alone.".formatted(method));
		}
		method.setAccessible(true);
		this.method = method;
		this.controller = SingletonSupplier.of(() -> controllers.getBean(method.getDeclaringClass()));
	}

	@Override
	public @Nullable Object get(GraphQLFieldDefinition field, Object source,
			Supplier<DataFetchingEnvironment> environment) throws Exception {
		return call(source);
	}

	@Override
	public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
		return call(environment.getSource());
	}

	private @Nullable Object call(@Nullable Object source) throws Exception {
		try {
			return this.method.invoke(this.controller.get(), source);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof Exception thrown) {
				throw thrown;
			}
			throw ex;
		}
	}

}
