package io.broadsheet.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.util.context.Context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CombinedReadsTests {

	private final AtomicLong now = new AtomicLong();

	private final CombinedReads<String, Integer, String> reads = new CombinedReads<>(this::fromStore, this.now::get);

	private final List<Set<Integer>> read = new CopyOnWriteArrayList<>();

	private final Map<Integer, RuntimeException> failures = new ConcurrentHashMap<>();

	private final AtomicInteger version = new AtomicInteger();

	/** The first read waits for it. */
	private final CountDownLatch first = new CountDownLatch(1);

	@AfterEach
	void release() {
		this.first.countDown();
	}

	@Test
	void whatIsAskedForWhileOneReadsIsReadTogether() throws Exception {
		Asking one = ask("headline", 1);
		List<Asking> others = List.of(ask("headline", 2), ask("headline", 3, 4), ask("headline", 4, 5));

		this.first.countDown();

		assertThat(one.answer()).isEqualTo(Map.of(1, "headline 1 v0"));
		assertThat(others.get(1).answer()).isEqualTo(Map.of(3, "headline 3 v0", 4, "headline 4 v0"));
		assertThat(others.get(2).answer()).isEqualTo(Map.of(4, "headline 4 v0", 5, "headline 5 v0"));
		assertThat(this.read).containsExactly(Set.of(1), Set.of(2, 3, 4, 5));
	}

	@Test
	void whatIsReadIsReadAfterItWasAskedFor() throws Exception {
		Asking before = ask("headline", 1);
		this.version.set(1);
		Asking after = ask("headline", 1);

		this.first.countDown();

		assertThat(before.answer()).containsEntry(1, "headline 1 v0");
		assertThat(after.answer()).containsEntry(1, "headline 1 v1");
	}

	@Test
	void whatIsNotThereIsLeftOut() throws Exception {
		this.first.countDown();

		assertThat(ask("headline", 1, -1).answer()).containsOnlyKeys(1);
	}

	@Test
	void othersThanTheSameFieldsAreReadAtTheSameTime() throws Exception {
		ask("headline", 1);

		assertThat(ask("brief", 2).answer()).containsEntry(2, "brief 2 v0");
	}

	@Test
	void nobodyWaitsForAReadThatDoesNotEnd() throws Exception {
		ask("headline", 1);
		Asking waiting = ask("headline", 2);
		this.now.addAndGet(11_000_000);

		assertThat(ask("headline", 3).answer()).containsEntry(3, "headline 3 v0");
		assertThat(waiting.answer()).containsEntry(2, "headline 2 v0");
		assertThat(this.read).containsExactly(Set.of(1), Set.of(2, 3));
	}

	@Test
	void manyKeysAreReadByThemselves() throws Exception {
		ask("headline", 1);

		assertThat(ask("headline", IntStream.range(0, 100).boxed().toArray(Integer[]::new)).answer()).hasSize(100);
	}

	@Test
	void whatIsReadInTheBackgroundIsReadByItself() throws Exception {
		ask("headline", 1);

		assertThat(this.reads.read("headline", List.of(2))).containsEntry(2, "headline 2 v0");
	}

	@Test
	void aFailureOfTheStoreIsThatOfAllWhoWereReadTogether() throws Exception {
		MongoSocketReadException failure = new MongoSocketReadException("gone", new ServerAddress());
		Asking one = ask("headline", 1);
		List<Asking> others = List.of(failing(failure, 2), failing(failure, 3));

		this.first.countDown();

		assertThat(one.answer()).hasSize(1);
		for (Asking other : others) {
			assertThatThrownBy(other::answer).hasRootCause(failure);
		}
		assertThat(this.read).containsExactly(Set.of(1), Set.of(2, 3));
	}

	@Test
	void whoGivesUpWhileReadingForOthersLeavesThemToReadByThemselves() throws Exception {
		Asking reading = ask("headline", 1);
		Asking next = ask("headline", 2);
		reading.thread().interrupt();

		assertThatThrownBy(reading::answer).hasCauseInstanceOf(MongoInterruptedException.class);
		assertThat(next.answer()).containsEntry(2, "headline 2 v0");
	}

	@Test
	void whoGivesUpWhileWaitingDoesNotHoldUpTheOthers() throws Exception {
		Asking reading = ask("headline", 1);
		Asking givingUp = ask("headline", 2);
		Asking waiting = ask("headline", 3);
		givingUp.thread().interrupt();
		this.first.countDown();

		assertThatThrownBy(givingUp::answer).hasCauseInstanceOf(MongoInterruptedException.class);
		assertThat(reading.answer()).hasSize(1);
		assertThat(waiting.answer()).containsEntry(3, "headline 3 v0");
	}

	@Test
	void everybodyIsAnsweredWithWhatWasThereWhenTheyAskedOrLater() throws Exception {
		AtomicIntegerArray written = new AtomicIntegerArray(20);
		CombinedReads<String, Integer, Integer> numbers = new CombinedReads<>((group, keys) -> {
			// Others come meanwhile.
			LockSupport.parkNanos(1);
			return keys.stream().collect(Collectors.toMap(Function.identity(), written::get));
		});
		SplittableRandom seeds = new SplittableRandom(7);
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Void>> all = new ArrayList<>();
			for (int client = 0; client < 32; client++) {
				SplittableRandom random = seeds.split();
				all.add(clients.submit(forRequest(() -> {
					for (int step = 0; step < 2_000; step++) {
						int key = random.nextInt(20);
						int known = random.nextBoolean() ? written.incrementAndGet(key) : written.get(key);
						assertThat(numbers.read("numbers", List.of(key, (key + 1) % 20)).get(key))
							.isGreaterThanOrEqualTo(known);
					}
					return null;
				})));
			}
			for (Future<Void> client : all) {
				client.get();
			}
		}
	}

	private Map<Integer, String> fromStore(String group, Set<Integer> keys) {
		this.read.add(keys);
		int seen = this.version.get();
		if (keys.equals(Set.of(1)) && this.read.size() == 1) {
			try {
				this.first.await();
			}
			catch (InterruptedException ex) {
				throw new MongoInterruptedException("given up", ex);
			}
		}
		if (Thread.currentThread().isInterrupted()) {
			throw new MongoInterruptedException("given up", new InterruptedException());
		}
		keys.stream().map(this.failures::get).filter(Objects::nonNull).findFirst().ifPresent((failure) -> {
			throw failure;
		});
		return keys.stream()
			.filter((key) -> key >= 0)
			.collect(Collectors.toMap(Function.identity(), (key) -> group + " " + key + " v" + seen));
	}

	private Asking failing(RuntimeException failure, int key) {
		this.failures.put(key, failure);
		return ask("headline", key);
	}

	/** Returns when the answer is there or is waited for. */
	private Asking ask(String group, Integer... keys) {
		Collection<Integer> all = List.of(keys);
		FutureTask<Map<Integer, String>> task = new FutureTask<>(forRequest(() -> this.reads.read(group, all)));
		Thread thread = Thread.ofVirtual().start(task);
		Awaitility.await()
			.until(() -> thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TERMINATED);
		return new Asking(thread, task);
	}

	private static <T> Callable<T> forRequest(Callable<T> work) {
		ContextRegistry registry = new ContextRegistry().loadContextAccessors();
		RequestPatience.registerWith(registry);
		return ContextSnapshotFactory.builder()
			.contextRegistry(registry)
			.build()
			.captureFrom(Context.of(RequestPatience.KEY, true))
			.wrap(work);
	}

	private record Asking(Thread thread, Future<Map<Integer, String>> result) {

		Map<Integer, String> answer() throws Exception {
			return this.result.get();
		}

	}

}
