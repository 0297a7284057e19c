package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.broadsheet.Instance;
import io.broadsheet.SocketClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets a query run away on a gateway in a process of its own, and prints how much
 * processor time that takes before, while it runs, and after its client has gone or has
 * had enough of it, or its time is over: {@code mvn test -Dtest=RunawayMeasure}. Not part
 * of the build's own tests.
 */
class RunawayMeasure {

	private static final String CREATE = """
			mutation($name: String!, $parent: ID) {
			  sectionCreate(input: {name: $name, parent: $parent}) { section { id } }
			}""";

	private static final String QUERY = TimeLimitsTests.RUNAWAY;

	private static final String EVENTS = """
			POST /graphql HTTP/1.1\r
			Host: localhost\r
			Connection: close\r
			Content-Type: application/json\r
			Accept: text/event-stream\r
			Content-Length: %d\r
			\r
			{"query":"%s"}""".formatted(QUERY.length() + "{\"query\":\"\"}".length(), QUERY);

	private static final Duration TIME = Duration.ofSeconds(4);

	private static final Duration RUNS = Duration.ofSeconds(1);

	private static final Duration WINDOW = Duration.ofMillis(100);

	/** A gateway that rests uses less of one processor, in percent. */
	private static final long REST = 15;

	@TempDir
	private static Path folder;

	private static Instance gateway;

	@BeforeAll
	static void start() throws IOException {
		gateway = new Instance(folder.resolve("gateway"), "", "--broadsheet.limits.time=" + TIME.toMillis() + "ms",
				"--broadsheet.limits.cost=9000000000000", "--broadsheet.limits.depth=60")
			.start();
		String whole = section(Map.of("name", "Runaway"));
		for (String part : List.of("A", "B", "C")) {
			section(Map.of("name", "Runaway " + part, "parent", whole));
		}
		System.out.println("processor time in %                        before  during  after  at rest within ms");
	}

	@AfterAll
	static void stop() {
		gateway.close();
	}

	@Test
	void overHttp() throws Exception {
		try (RawConnection client = new RawConnection(gateway.address(""))) {
			measure("HTTP, disconnect", () -> client.post(QUERY), client::close);
		}
		try (RawConnection client = new RawConnection(gateway.address(""))) {
			measure("HTTP, timeout", () -> client.post(QUERY), client::awaitAnswer);
		}
	}

	@Test
	void overEvents() throws Exception {
		try (RawConnection client = new RawConnection(gateway.address(""))) {
			measure("events, disconnect", () -> client.send(EVENTS), client::close);
		}
		try (RawConnection client = new RawConnection(gateway.address(""))) {
			measure("events, timeout", () -> client.send(EVENTS),
					() -> assertThat(client.readToEnd()).contains("TIMEOUT"));
		}
	}

	@Test
	void overSockets() throws Exception {
		try (SocketClient client = SocketClient.connect(gateway.address("/graphql"))) {
			measure("socket, complete", () -> client.subscribe("1", QUERY), () -> client.complete("1"));
			measure("socket, timeout", () -> client.subscribe("2", QUERY), () -> client.hear("error"));
			measure("socket, disconnect", () -> client.subscribe("3", QUERY), client::close);
		}
	}

	private static String section(Map<String, String> input) throws IOException {
		return gateway.askAsEditor(CREATE, input).at("/data/sectionCreate/section/id").asString();
	}

	private static void measure(String how, Step begin, Step finish) throws Exception {
		long before = percentWithin(RUNS);
		begin.run();
		long during = percentWithin(RUNS);
		finish.run();
		long end = System.nanoTime();
		long after = percentWithin(WINDOW);
		while (after > REST && System.nanoTime() - end < RUNS.multipliedBy(5).toNanos()) {
			after = percentWithin(WINDOW);
		}
		long millis = Duration.ofNanos(System.nanoTime() - end).toMillis();
		long rest = percentWithin(RUNS);
		System.out.printf("%-40s %8d  %6d  %5d  %17d%n", how, before, during, rest, millis);
		assertThat(during).isGreaterThan(50);
		assertThat(millis).isLessThan(1_000);
	}

	private static long percentWithin(Duration window) throws InterruptedException {
		long start = System.nanoTime();
		Duration before = gateway.processorTime();
		Thread.sleep(window);
		return 100 * gateway.processorTime().minus(before).toNanos() / (System.nanoTime() - start);
	}

	/** What begins or ends an operation. */
	private interface Step {

		void run() throws Exception;

	}

}
