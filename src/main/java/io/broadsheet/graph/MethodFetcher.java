package io.broadsheet.graph;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.Supplier;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.graphql.data.method.annotation.support.DataFetcherHandlerMethod;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;

/**
 * Fetches a field by a controller's method, which is made ready once. The framework's own
 * fetcher looks at the method anew for each field of each object, which costs more than
 * what most of them do.
 */
class MethodFetcher implements SelfDescribingDataFetcher<Object> {

	private final SelfDescribingDataFetcher<?> described;

	private final Supplier<DataFetcherHandlerMethod> method;

	/**
	 * @param described the framework's own fetcher, which knows what there is to fetch
	 * @param method what to call, asked for when it is first called
	 */
	MethodFetcher(SelfDescribingDataFetcher<?> described, Supplier<DataFetcherHandlerMethod> method) {
		this.described = described;
		this.method = method;
	}

	@Override
	public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
		return this.method.get().invoke(environment);
	}

	@Override
	public String getDescription() {
		return this.described.getDescription();
	}

	@Override
	public ResolvableType getReturnType() {
		return this.described.getReturnType();
	}

	@Override
	public Map<String, ResolvableType> getArguments() {
		return this.described.getArguments();
	}

	@Override
	public @Nullable Method asMethod() {
		return this.described.asMethod();
	}

	@Override
	public boolean usesDataLoader() {
		return this.described.usesDataLoader();
	}

}
