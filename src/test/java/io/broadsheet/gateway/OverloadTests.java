package io.broadsheet.gateway;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.TestClock;
import io.broadsheet.section.Section;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A gateway that works on one operation at once, and has four that take all of it. */
@GatewayTest
@TestPropertySource(properties = { "broadsheet.load.in-flight=4", "broadsheet.load.concurrent=1",
		"broadsheet.limits.cost=9000000000000", "broadsheet.limits.depth=60",
		"broadsheet.cors-origins=https://web.example" })
class OverloadTests {

	private static final int ROOM = 4;

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private TestClock clock;

	private final List<RawConnection> busy = new ArrayList<>();

	@BeforeEach
	void fill() throws IOException {
		Section whole = this.newsroom.section("Overloaded", null);
		this.newsroom.section("Overloaded A", whole);
		this.newsroom.section("Overloaded B", whole);
		this.newsroom.section("Overloaded C", whole);
		Awaitility.await().until(() -> inFlight() == 0);
		for (int n = 0; n < ROOM; n++) {
			this.busy.add(new RawConnection(this.client.address("")).post(TimeLimitsTests.RUNAWAY + " # " + n));
		}
		Awaitility.await().until(() -> inFlight() == ROOM);
	}

	@AfterEach
	void leave() throws IOException {
		for (RawConnection connection : this.busy) {
			connection.close();
		}
	}

	@Test
	void whoIsTooMuchIsSentAwayAtOnce() {
		long start = System.nanoTime();
		HttpResponse<String> response = ask();

		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(response.body()).contains("\"code\":\"OVERLOADED\"");
		assertThat(this.meters.counter("broadsheet.refused", "limit", "load").count()).isPositive();
	}

	@Test
	void aPageOfAnotherOriginMayReadThatItIsTooMuch() {
		HttpResponse<String> response = this.client.send(question().header("Origin", "https://web.example").build());

		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://web.example");
	}

	@Test
	void readinessTellsWhenItLasts() {
		assertThat(readiness()).isEqualTo(200);
		for (int n = 0; n < 4; n++) {
			ask();
			this.clock.pass(Duration.ofMillis(900));
		}
		assertThat(readiness()).isEqualTo(503);

		this.clock.pass(Duration.ofSeconds(2));
		assertThat(readiness()).isEqualTo(200);
	}

	private int readiness() {
		return this.client.send(HttpRequest.newBuilder(this.client.address("/actuator/health/readiness")).build())
			.statusCode();
	}

	private HttpResponse<String> ask() {
		return this.client.send(question().build());
	}

	private HttpRequest.Builder question() {
		return HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"query\":\"{ __typename }\"}"));
	}

	private double inFlight() {
		return this.meters.get("broadsheet.load.in-flight").gauge().value();
	}

}
