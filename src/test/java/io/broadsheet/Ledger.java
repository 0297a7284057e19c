package io.broadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What clients of a gateway were told while it, or its store, was killed again and again.
 * A client that gets no answer asks the same again, as clients do, so that everything
 * that is begun is brought to its end.
 */
abstract class Ledger {

	private final AtomicInteger acknowledged = new AtomicInteger();

	private final AtomicInteger again = new AtomicInteger();

	private final List<CompletableFuture<Void>> clients = new ArrayList<>();

	private volatile boolean stopped;

	/** Has clients begin one thing after another. */
	final void start(int count) {
		for (int client = 0; client < count; client++) {
			String name = "client-" + client;
			this.clients.add(CompletableFuture.runAsync(() -> actOn(name), Thread::startVirtualThread));
		}
	}

	/** Has each client end what it has begun. */
	final void stop() {
		this.stopped = true;
		this.clients.forEach(CompletableFuture::join);
	}

	/** How often clients were told that something was done. */
	final int acknowledged() {
		this.clients.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(CompletableFuture::join);
		return this.acknowledged.get();
	}

	/** How often clients had to ask again. */
	final int again() {
		return this.again.get();
	}

	/**
	 * Does something, and notes it when all of it was acknowledged.
	 * @param name what nothing else is called
	 */
	protected abstract void act(String name);

	/** Asks until there is an answer without an error. */
	protected final JsonNode insist(Question question) {
		for (JsonNode answer = answer(question);; answer = answer(question)) {
			if (answer != null && !answer.has("errors")) {
				this.acknowledged.incrementAndGet();
				return answer.get("data");
			}
			this.again.incrementAndGet();
			pause();
		}
	}

	private void actOn(String client) {
		for (int n = 0; !this.stopped; n++) {
			act(client + "-" + n);
		}
	}

	private static @Nullable JsonNode answer(Question question) {
		try {
			return question.ask();
		}
		catch (IOException ex) {
			return null;
		}
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** What may be asked more than once. */
	interface Question {

		JsonNode ask() throws IOException;

	}

}
