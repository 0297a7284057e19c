package io.broadsheet;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

import io.broadsheet.graph.NodeId;
import tools.jackson.databind.JsonNode;

/**
 * Clients that read and share without a pause for thought. Hardly two of their requests
 * are alike, so that most are executed and few are answered from what is kept.
 */
final class SoakTraffic {

	private static final int PAUSE_MILLIS = 20;

	private static final String FRONT = """
			query Front($before: DateTime!) {
			  articles(first: 10, filter: {publishedBefore: $before}) {
			    totalCount nodes { headline url readingTime { label } }
			  }
			}""";

	private static final String PAGE = """
			query Page($id: ID!, $words: Int!) {
			  node(id: $id) {
			    ... on Article {
			      headline body { excerpt(words: $words) } share { total } related(first: 3) { article { headline } }
			    }
			  }
			}""";

	private static final String FIND = "query Find($query: String!) { search(query: $query, first: 5) { totalCount } }";

	private static final String FACETS = """
			query Facets($before: DateTime!) {
			  articles(first: 1, filter: {publishedBefore: $before}) { facets { years { year count } } }
			}""";

	private static final String SHARE = """
			mutation Share($id: ID!, $key: String!) {
			  shareRecord(input: {articleId: $id, channel: X, idempotencyKey: $key}) { errors { message } }
			}""";

	private final HttpGateway gateway;

	private final List<Thread> clients = new ArrayList<>();

	private final AtomicLong requests = new AtomicLong();

	private final AtomicLong injected = new AtomicLong();

	private final AtomicLong unexpected = new AtomicLong();

	private volatile List<NodeId> articles = List.of();

	private volatile boolean isFaulty;

	private volatile boolean isOver;

	SoakTraffic(HttpGateway gateway) {
		this.gateway = gateway;
	}

	/**
	 * Begins.
	 * @param count how many clients there are
	 */
	void start(int count) {
		SplittableRandom seeds = new SplittableRandom(1);
		for (int n = 0; n < count; n++) {
			SplittableRandom random = seeds.split();
			this.clients.add(Thread.ofVirtual().start(() -> askOn(random)));
		}
	}

	void stop() throws InterruptedException {
		this.isOver = true;
		for (Thread client : this.clients) {
			client.join();
		}
	}

	/** What there is to be read. */
	void read(List<NodeId> readable) {
		this.articles = readable;
	}

	/** From now on the store may be said to be unavailable, or may not. */
	void expectFaults(boolean expected) {
		this.isFaulty = expected;
	}

	long requests() {
		return this.requests.get();
	}

	/** How many were told that the store is unavailable while a fault made it so. */
	long injected() {
		return this.injected.get();
	}

	/** How many failed in any other way, or at any other time. */
	long unexpected() {
		return this.unexpected.get();
	}

	private void askOn(SplittableRandom random) {
		while (!this.isOver) {
			boolean wasFaulty = this.isFaulty;
			List<String> errors = ask(random);
			this.requests.incrementAndGet();
			if (errors.isEmpty()) {
				continue;
			}
			if ((wasFaulty || this.isFaulty) && errors.stream().allMatch("STORE_UNAVAILABLE"::equals)) {
				this.injected.incrementAndGet();
			}
			else {
				this.unexpected.incrementAndGet();
				System.out.println("unexpected at " + Instant.now() + ": " + errors);
			}
		}
	}

	/** The codes of what is wrong with an answer. */
	private List<String> ask(SplittableRandom random) {
		String id = this.articles.get(random.nextInt(this.articles.size())).value();
		String before = Instant.now().plusMillis(random.nextInt(1_000_000)).toString();
		try {
			Thread.sleep(PAUSE_MILLIS);
			JsonNode answer = switch (random.nextInt(5)) {
				case 0 -> this.gateway.ask(FRONT, Map.of("before", before));
				case 1 -> this.gateway.ask(PAGE, Map.of("id", id, "words", random.nextInt(5, 500)));
				case 2 -> this.gateway.ask(FIND, Map.of("query", "bridge " + random.nextInt(10_000)));
				case 3 -> this.gateway.ask(FACETS, Map.of("before", before));
				default -> this.gateway.ask(SHARE, Map.of("id", id, "key", Long.toHexString(random.nextLong())));
			};
			return answer.path("errors").findValuesAsString("code");
		}
		catch (IOException ex) {
			return List.of(ex.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return List.of(ex.toString());
		}
	}

}
