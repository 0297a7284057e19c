package io.broadsheet.graph;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import graphql.GraphQLContext;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;

/**
 * What can be loaded in batches. The framework makes all loaders for each operation, and
 * has each of them dispatched at each level; most operations use one of them or none.
 * Here an operation gets those that it asks for, by {@link OperationDataLoaders}.
 */
class DataLoaders implements BatchLoaderRegistry {

	private final Map<String, BatchLoaderRegistry> byName = new ConcurrentHashMap<>();

	@Override
	public <K, V> RegistrationSpec<K, V> forTypePair(Class<K> keyType, Class<V> valueType) {
		return forName(valueType.getName());
	}

	@Override
	public <K, V> RegistrationSpec<K, V> forName(String name) {
		return this.byName.computeIfAbsent(name, (each) -> new DefaultBatchLoaderRegistry()).forName(name);
	}

	/** None is there for every operation. */
	@Override
	public boolean hasRegistrations() {
		return false;
	}

	@Override
	public void registerDataLoaders(DataLoaderRegistry registry, GraphQLContext context) {
		this.byName.values().forEach((loaders) -> loaders.registerDataLoaders(registry, context));
	}

	/**
	 * Makes a loader for one operation.
	 * @param name its name
	 * @param context the operation's context
	 * @return the loader; null if there is none of that name
	 */
	@Nullable DataLoader<?, ?> of(String name, GraphQLContext context) {
		BatchLoaderRegistry loaders = this.byName.get(name);
		if (loaders == null) {
			return null;
		}
		DataLoaderRegistry registry = new DataLoaderRegistry();
		loaders.registerDataLoaders(registry, context);
		return registry.getDataLoader(name);
	}

}
