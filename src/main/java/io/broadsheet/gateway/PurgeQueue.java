package io.broadsheet.gateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one cache is still to be told, by a thread of its own: neither whoever changes
 * something waits for it, nor another cache. A tag that changes again before it was told
 * is told once.
 */
final class PurgeQueue {

	private static final Logger logger = LoggerFactory.getLogger(PurgeQueue.class);

	/**
	 * So many are remembered while a cache cannot be told. Their answers grow old by
	 * themselves.
	 */
	private static final int MOST = 100_000;

	private static final int ATTEMPTS = 10;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	private final PurgeTarget target;

	private final HttpClient http;

	private final Duration pause;

	private final Set<String> waiting = new LinkedHashSet<>();

	private final Thread thread;

	PurgeQueue(PurgeTarget target, HttpClient http, Duration pause) {
		this.target = target;
		this.http = http;
		this.pause = pause;
		this.thread = Thread.ofVirtual().name("purge-" + target.name()).start(this::work);
	}

	synchronized void add(Collection<String> tags) {
		if (this.waiting.size() + tags.size() > MOST) {
			logger.error("{} has not been told of more than {} changes; what it keeps of them grows old by itself",
					this.target.name(), MOST);
			this.waiting.clear();
		}
		this.waiting.addAll(tags);
		notifyAll();
	}

	void stop() {
		this.thread.interrupt();
	}

	private void work() {
		try {
			while (true) {
				tell(next());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized List<String> next() throws InterruptedException {
		while (this.waiting.isEmpty()) {
			wait();
		}
		List<String> tags = new ArrayList<>(this.waiting).subList(0, Math.min(this.waiting.size(), this.target.most()));
		tags.forEach(this.waiting::remove);
		return tags;
	}

	private void tell(List<String> tags) throws InterruptedException {
		Duration wait = this.pause;
		for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
			if (isTold(tags)) {
				return;
			}
			Thread.sleep(wait);
			wait = wait.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait.multipliedBy(2);
		}
		logger.error("{} could not be told of {} changes", this.target.name(), tags.size());
	}

	private boolean isTold(List<String> tags) throws InterruptedException {
		try {
			HttpRequest request = HttpRequest.newBuilder(this.target.request(tags), (name, value) -> true)
				.timeout(PATIENCE)
				.build();
			HttpResponse<Void> response = this.http.send(request, BodyHandlers.discarding());
			if (response.statusCode() / 100 == 2) {
				return true;
			}
			logger.warn("{} answers {} when told of changes", this.target.name(), response.statusCode());
		}
		catch (IOException ex) {
			logger.warn("{} cannot be told of changes: {}", this.target.name(), ex.getClass().getSimpleName());
		}
		return false;
	}

}
