package io.broadsheet.gateway;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.sun.management.OperatingSystemMXBean;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.section.Section;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A gateway that has less patience than usual, and lets runaway queries begin. */
@GatewayTest
@TestPropertySource(properties = { "broadsheet.limits.time=2s", "broadsheet.limits.cost=9000000000000",
		"broadsheet.limits.depth=60", "broadsheet.limits.head-time=1s", "broadsheet.limits.body-time=1s" })
class TimeLimitsTests {

	/** Each level has three times as many objects as the one before it. */
	static final String RUNAWAY = "{ sections { " + "children { name parent { ".repeat(16) + "name" + " } }".repeat(16)
			+ " } }";

	private static final Duration SOON = Duration.ofSeconds(1);

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private MeterRegistry meters;

	@BeforeEach
	void threeSectionsInOne() {
		if (this.client.ask("{ section(by: { slug: \"runaway\" }) { id } }").at("/data/section").isNull()) {
			Section whole = this.newsroom.section("Runaway", null);
			this.newsroom.section("Runaway A", whole);
			this.newsroom.section("Runaway B", whole);
			this.newsroom.section("Runaway C", whole);
		}
	}

	@Test
	void whatTakesTooLongIsAnsweredWithAnErrorAndItsWorkStops() {
		long start = System.nanoTime();

		HttpResponse<String> response = this.client.send(HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "application/json")
			.header("Accept", "application/graphql-response+json")
			.POST(BodyPublishers.ofString("{\"query\":\"" + RUNAWAY + "\"}"))
			.build());

		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2).plus(SOON));
		assertThat(response.statusCode()).isEqualTo(504);
		assertThat(response.body()).contains("\"code\":\"TIMEOUT\"", "\"help\":", "2,000 ms", "traceId")
			.doesNotContain("\"data\"");
		assertThat(this.meters.counter("broadsheet.refused", "limit", "time").count()).isPositive();
		assertIdle();
	}

	@Test
	void workStopsWhenTheClientIsGone() throws IOException {
		try (RawConnection connection = new RawConnection(this.client.address(""))) {
			connection.post(RUNAWAY);
			Awaitility.await().until(() -> running() > 0);
		}

		Awaitility.await().atMost(SOON).until(() -> running() == 0);
		assertIdle();
	}

	@Test
	void aHeadThatDripsInIsNotWaitedForForEver() throws IOException {
		try (RawConnection connection = new RawConnection(this.client.address(""))) {
			connection.send("POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

			assertThat(connection.dripUntilClosed("x", Duration.ofMillis(100))).isLessThan(Duration.ofSeconds(5));
		}
	}

	@Test
	void aRequestLineThatDripsInIsNotWaitedForForEver() throws IOException {
		try (RawConnection connection = new RawConnection(this.client.address(""))) {
			assertThat(connection.dripUntilClosed("G", Duration.ofMillis(100))).isLessThan(Duration.ofSeconds(5));
		}
	}

	@Test
	void aBodyThatDripsInIsNotWaitedForForEver() throws IOException {
		try (RawConnection connection = new RawConnection(this.client.address(""))) {
			connection.send(
					"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");

			assertThat(connection.dripUntilClosed(" ", Duration.ofMillis(100))).isLessThan(Duration.ofSeconds(5));
		}
	}

	@Test
	void aBodyThatNobodyReadsIsNotWaitedForForEver() throws IOException {
		try (RawConnection connection = new RawConnection(this.client.address(""))) {
			connection.send(
					"POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\n{");

			assertThat(connection.dripUntilClosed(" ", Duration.ofMillis(100))).isLessThan(Duration.ofSeconds(5));
		}
	}

	private double running() {
		return this.meters.get("broadsheet.operations.running").gauge().value();
	}

	/** The processor is left alone, but for what a gateway that rests does. */
	private void assertIdle() {
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(300)).until(() -> {
			long before = system.getProcessCpuTime();
			Awaitility.await().pollDelay(Duration.ofMillis(200)).until(() -> true);
			return system.getProcessCpuTime() - before < Duration.ofMillis(100).toNanos();
		});
		assertThat(running()).isZero();
	}

}
