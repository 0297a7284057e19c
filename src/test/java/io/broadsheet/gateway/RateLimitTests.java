package io.broadsheet.gateway;

import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A gateway behind a proxy on this machine, whose clients may ask for little. */
@GatewayTest
@TestPropertySource(properties = { "broadsheet.rate.cost=500", "broadsheet.rate.strict=3", "broadsheet.rate.exempt=",
		"broadsheet.rate.trusted-proxies=127.0.0.0/8,::1,10.0.0.0/8" })
class RateLimitTests {

	/** It costs 101. */
	private static final String HUNDRED = "{ articles(first: 100) { nodes { id } } }";

	/**
	 * It costs 404: to be allowed it again takes longer than a busy machine needs to ask.
	 */
	private static final String FOUR_HUNDRED = "{ a: articles(first: 100) { nodes { id } } b: articles(first: 100) { nodes { id } }"
			+ " c: articles(first: 100) { nodes { id } } d: articles(first: 100) { nodes { id } } }";

	@Autowired
	private GraphQlClient client;

	@Test
	void whoAsksForTooMuchIsToldWhenToTryAgain() {
		assertThat(ask("203.0.113.1", FOUR_HUNDRED).statusCode()).isEqualTo(200);

		HttpResponse<String> refused = ask("203.0.113.1", FOUR_HUNDRED);

		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.body()).contains("\"code\":\"RATE_LIMITED\"", "\"help\":", "\"name\":\"rate\"");
		assertThat(header(refused, "Retry-After"))
			.satisfies((seconds) -> assertThat(Integer.parseInt(seconds)).isBetween(1, 60));
		assertThat(header(refused, "RateLimit")).matches("\"cost\";r=\\d+;t=\\d+");
		assertThat(header(refused, "RateLimit-Policy")).isEqualTo("\"cost\";q=500;w=60");
		assertThat(ask("203.0.113.2", FOUR_HUNDRED).statusCode()).isEqualTo(200);
	}

	@Test
	void whatIsLeftIsToldWithEveryAnswer() {
		assertThat(header(ask("203.0.113.3", HUNDRED), "RateLimit")).startsWith("\"cost\";r=398;t=");
	}

	@Test
	void documentsThatAreRefusedCountToo() {
		String refused = "{ nothing } #" + "x".repeat(60_000);
		Stream<Integer> answers = Stream.generate(() -> ask("203.0.113.4", refused).statusCode()).limit(50);

		assertThat(answers).contains(429);
	}

	@Test
	void whatTheSchemaMarksIsLimitedMoreStrictly() {
		String twice = "mutation { a: shareRecord(input: { articleId: \\\"Anowhere0000000000\\\", channel: X, idempotencyKey: \\\"1\\\" }) { errors { message } }"
				+ " b: shareRecord(input: { articleId: \\\"Anowhere0000000000\\\", channel: X, idempotencyKey: \\\"2\\\" }) { errors { message } } }";
		assertThat(ask("203.0.113.5", twice).statusCode()).isEqualTo(200);

		HttpResponse<String> refused = ask("203.0.113.5", twice);

		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.body()).contains("\"name\":\"strict-rate\"");
	}

	@Test
	void oneOperationCannotDoMoreThanAMinuteHasRoomFor() {
		StringBuilder five = new StringBuilder("mutation {");
		for (int n = 0; n < 5; n++) {
			five.append(
					" a%d: shareRecord(input: { articleId: \\\"Anowhere0000000000\\\", channel: X, idempotencyKey: \\\"five%d\\\" }) { errors { message } }"
						.formatted(n, n));
		}

		HttpResponse<String> refused = ask("203.0.113.15", five.append(" }").toString());

		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.body()).contains("\"name\":\"strict-rate\"");
	}

	@Test
	void whatAClientSaysOfItselfIsNotBelieved() {
		ask("198.51.100.1, 203.0.113.6", FOUR_HUNDRED);

		assertThat(ask("198.51.100.9, 203.0.113.6, 10.1.2.3", FOUR_HUNDRED).statusCode()).isEqualTo(429);
	}

	@Test
	void theAddressesOfAHouseholdAreOneClient() {
		ask("2001:db8:1:2::1", FOUR_HUNDRED);

		assertThat(ask("2001:db8:1:2:ffff::1", FOUR_HUNDRED).statusCode()).isEqualTo(429);
		assertThat(ask("2001:db8:1:3::1", FOUR_HUNDRED).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8, 10.255.1.2, true", "10.0.0.0/8, 11.0.0.1, false", "192.0.2.7, 192.0.2.7, true",
			"192.0.2.128/25, 192.0.2.127, false", "0.0.0.0/0, 8.8.8.8, true", "::1, 127.0.0.1, false",
			"2001:db8::/33, 2001:db8:7fff::1, true", "2001:db8::/33, 2001:db8:8000::1, false" })
	void aNetworkKnowsItsAddresses(String network, String address, boolean has) {
		assertThat(Network.parse(network).has(InetAddress.ofLiteral(address))).isEqualTo(has);
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

	private HttpResponse<String> ask(String forwardedFor, String document) {
		return this.client.send(HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "application/json")
			.header("X-Forwarded-For", forwardedFor)
			.POST(BodyPublishers.ofString("{\"query\":\"" + document + "\"}"))
			.build());
	}

}
