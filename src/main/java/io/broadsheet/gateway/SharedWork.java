package io.broadsheet.gateway;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import io.broadsheet.gateway.ContentChanges.Moment;
import io.broadsheet.gateway.Question.Operation;
import io.broadsheet.graph.Caches;
import org.jspecify.annotations.Nullable;

/**
 * Has one of those who ask the same at once do the work for all. Who comes after a change
 * does not wait for work that was begun before it. What cannot be shared, fails, or takes
 * too long to be waited for, each does alone. There are as many entries as there are
 * requests in flight at most.
 */
final class SharedWork {

	private static final int REMEMBERED = 1_000;

	/**
	 * Whoever waited in vain is not to have waited twice as long as an operation may
	 * take.
	 */
	private static final long PATIENCE_MILLIS = 1_000;

	private final ContentChanges changes;

	private final Map<Question, Work> running = new ConcurrentHashMap<>();

	/** Operations that gave nothing to share, which nobody is to wait for. */
	private final Cache<Operation, Boolean> unshared = Caches.newBuilder().maximumSize(REMEMBERED).build();

	SharedWork(ContentChanges changes) {
		this.changes = changes;
	}

	/**
	 * Gets an answer.
	 * @param question what is asked
	 * @param make makes the answer, given a moment before it reads anything; null if
	 * nobody else can have it
	 * @return the answer that this or another thread made; null if this one made one that
	 * nobody else can have
	 */
	@Nullable KeptAnswer get(Question question, Function<Moment, @Nullable KeptAnswer> make) {
		if (this.unshared.getIfPresent(question.operation()) != null) {
			return make.apply(this.changes.now());
		}
		Work own = new Work(this.changes.now(), new CompletableFuture<>());
		Work running = this.running.merge(question, own, (before, next) -> before.isOf(next.since()) ? before : next);
		if (running.equals(own)) {
			return lead(question, own, make);
		}
		KeptAnswer made = running.waitForResult();
		return (made != null) ? made : make.apply(this.changes.now());
	}

	/** Whether somebody is at it. */
	boolean isRunning(Question question) {
		return this.running.containsKey(question);
	}

	/** Remembers that an operation gives nothing to share, whoever asks. */
	void doNotShare(Operation operation) {
		this.unshared.put(operation, true);
	}

	private @Nullable KeptAnswer lead(Question question, Work own, Function<Moment, @Nullable KeptAnswer> make) {
		KeptAnswer made = null;
		try {
			made = make.apply(own.since());
			return made;
		}
		finally {
			this.running.remove(question, own);
			own.result().complete(made);
		}
	}

	/**
	 * Work on an answer.
	 *
	 * @param since a moment before it began
	 * @param result what comes of it
	 */
	private record Work(Moment since, CompletableFuture<@Nullable KeptAnswer> result) {

		private boolean isOf(Moment moment) {
			return this.since == moment;
		}

		private @Nullable KeptAnswer waitForResult() {
			try {
				return this.result.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException | ExecutionException ex) {
				return null;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return null;
			}
		}

	}

}
