package io.broadsheet.graph;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import graphql.GraphQLContext;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

class OperationDataLoadersTests {

	private final DataLoaders all = new DataLoaders();

	private final OperationDataLoaders loaders = new OperationDataLoaders(this.all, GraphQLContext.newContext().build(),
			null);

	@BeforeEach
	void registerTwo() {
		register("lengths");
		register("others");
	}

	@Test
	void thereIsNoneBeforeOneIsAskedFor() {
		assertThat(this.loaders.getKeys()).isEmpty();
	}

	@Test
	void oneThatIsAskedForIsThereAlone() {
		this.loaders.getDataLoader("lengths");

		assertThat(this.loaders.getKeys()).containsExactly("lengths");
	}

	@Test
	void nameThatNothingHasFindsNone() {
		assertThat(this.loaders.<String, Integer>getDataLoader("unheard-of")).isNull();
	}

	@Test
	void allFieldsOfAnOperationShareALoader() {
		assertThat(this.loaders.<String, Integer>getDataLoader("lengths"))
			.isSameAs(this.loaders.<String, Integer>getDataLoader("lengths"));
	}

	@Test
	void operationsHaveLoadersOfTheirOwn() {
		OperationDataLoaders other = new OperationDataLoaders(this.all, GraphQLContext.newContext().build(), null);

		assertThat(this.loaders.<String, Integer>getDataLoader("lengths"))
			.isNotSameAs(other.<String, Integer>getDataLoader("lengths"));
	}

	@Test
	void whatWasAskedForIsLoadedTogether() {
		DataLoader<String, Set<String>> lengths = Objects
			.requireNonNull(this.loaders.<String, Set<String>>getDataLoader("lengths"));
		CompletableFuture<Set<String>> one = lengths.load("one");
		CompletableFuture<Set<String>> other = lengths.load("other");

		this.loaders.dispatchAll();

		assertThat(one).isCompletedWithValue(Set.of("one", "other"));
		assertThat(other).isCompletedWithValue(Set.of("one", "other"));
	}

	@Test
	void whoWantsAllAtOnceGetsThem() {
		DataLoaderRegistry registry = new DataLoaderRegistry();

		this.all.registerDataLoaders(registry, GraphQLContext.newContext().build());

		assertThat(registry.getKeys()).containsExactlyInAnyOrder("lengths", "others");
	}

	/** Loads for each key with which others it was asked for. */
	private void register(String name) {
		this.all.<String, Set<String>>forName(name)
			.registerMappedBatchLoader((keys, environment) -> Mono.just(together(Set.copyOf(keys))));
	}

	private static Map<String, Set<String>> together(Set<String> keys) {
		return keys.stream().collect(Collectors.toMap((key) -> key, (key) -> keys));
	}

}
