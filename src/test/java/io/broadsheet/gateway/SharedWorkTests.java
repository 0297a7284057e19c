package io.broadsheet.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.broadsheet.gateway.KeptAnswer.Asked;
import io.broadsheet.gateway.KeptAnswer.Life;
import io.broadsheet.gateway.Question.Operation;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.ChangeSettled;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedWorkTests {

	private static final Question QUESTION = new Question(
			new Operation("{ sections { name } }", null, new DocumentIds(null, null)), Map.of());

	private final ContentChanges changes = new ContentChanges();

	private final SharedWork work = new SharedWork(this.changes);

	private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

	private final AtomicInteger times = new AtomicInteger();

	private final CompletableFuture<Void> result = new CompletableFuture<>();

	@AfterEach
	void close() {
		this.result.complete(null);
		this.clients.close();
	}

	@Test
	void manyWhoAskAtOnceAreGivenWhatOneMakes() throws Exception {
		Future<@Nullable KeptAnswer> first = ask(answer("made once"));
		Awaitility.await().until(() -> this.work.isRunning(QUESTION));

		List<Future<@Nullable KeptAnswer>> others = IntStream.range(0, 50)
			.mapToObj((n) -> ask(answer("again")))
			.toList();
		this.result.complete(null);

		for (Future<@Nullable KeptAnswer> other : others) {
			assertThat(other.get()).isNotNull();
		}
		assertThat(text(first)).isEqualTo("made once");
		assertThat(this.times.get()).isLessThan(10);
	}

	@Test
	void whoComesAfterAChangeDoesNotWaitForWhatWasBegunBefore() throws Exception {
		Future<@Nullable KeptAnswer> before = ask(answer("old"));
		Awaitility.await().until(() -> this.work.isRunning(QUESTION));
		this.changes.changed(new ChangeSettled(Set.of(NodeId.named('S', "sport"))));

		KeptAnswer after = this.work.get(QUESTION, (since) -> answer("new"));

		assertThat(text(CompletableFuture.completedFuture(after))).isEqualTo("new");
		this.result.complete(null);
		assertThat(text(before)).isEqualTo("old");
	}

	@Test
	void oneThatFailsDoesNotFailTheOthers() throws Exception {
		Future<@Nullable KeptAnswer> failing = this.clients.submit(() -> this.work.get(QUESTION, (since) -> {
			this.result.join();
			throw new IllegalStateException("failed");
		}));
		Awaitility.await().until(() -> this.work.isRunning(QUESTION));

		Future<@Nullable KeptAnswer> other = this.clients
			.submit(() -> this.work.get(QUESTION, (since) -> answer("good")));
		this.result.complete(null);

		assertThat(text(other)).isEqualTo("good");
		assertThat(failing).failsWithin(Duration.ofSeconds(5));
	}

	@Test
	void nobodyWaitsForWhatCannotBeShared() {
		this.work.doNotShare(QUESTION.operation());
		Future<@Nullable KeptAnswer> running = ask(null);

		assertThat(this.work.get(QUESTION, (since) -> null)).isNull();
		assertThat(running).isNotDone();
	}

	private Future<@Nullable KeptAnswer> ask(@Nullable KeptAnswer answer) {
		return this.clients.submit(() -> this.work.get(QUESTION, (since) -> {
			this.times.incrementAndGet();
			this.result.join();
			return answer;
		}));
	}

	private static @Nullable String text(Future<@Nullable KeptAnswer> answer) throws Exception {
		KeptAnswer given = answer.get();
		return (given != null) ? new String(given.content().plain(), StandardCharsets.UTF_8) : null;
	}

	private KeptAnswer answer(String text) {
		return new KeptAnswer(new Content(text.getBytes(StandardCharsets.UTF_8)), Map.of(),
				new Asked("Sections", "", 1, 1, Set.of()),
				Objects.requireNonNull(this.changes.validity(this.changes.now(), Set.of())),
				new Life(0, Duration.ofMinutes(1), Duration.ZERO));
	}

}
