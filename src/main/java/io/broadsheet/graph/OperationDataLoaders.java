package io.broadsheet.graph;

import java.util.Map;

import graphql.GraphQLContext;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.dataloader.instrumentation.DataLoaderInstrumentation;
import org.jspecify.annotations.Nullable;

/** One operation's data loaders, each made when a field first asks for it. */
class OperationDataLoaders extends DataLoaderRegistry {

	private final DataLoaders all;

	private final GraphQLContext context;

	/**
	 * @param all makes them
	 * @param context the operation's context
	 * @param instrumentation observes them, if anything does
	 */
	OperationDataLoaders(DataLoaders all, GraphQLContext context, @Nullable DataLoaderInstrumentation instrumentation) {
		super(Map.of(), instrumentation);
		this.all = all;
		this.context = context;
	}

	@Override
	public <K, V> @Nullable DataLoader<K, V> getDataLoader(String name) {
		DataLoader<K, V> known = super.getDataLoader(name);
		if (known != null) {
			return known;
		}
		DataLoader<?, ?> made = this.all.of(name, this.context);
		return (made != null) ? computeIfAbsent(name, (key) -> made) : null;
	}

}
