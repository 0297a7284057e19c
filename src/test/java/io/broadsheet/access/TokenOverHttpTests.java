package io.broadsheet.access;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Date;

import io.broadsheet.Editors;
import io.broadsheet.GraphQlClient;
import io.broadsheet.StoreOfItsOwn;
import io.broadsheet.TestClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A gateway in production, with an issuer that signs its editors' tokens. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "broadsheet.production=true", "broadsheet.jwt.audience=broadsheet" })
@ContextConfiguration(initializers = StoreOfItsOwn.class)
@Import({ GraphQlClient.class, Editors.class, TestClock.class })
@DirtiesContext
@TestMethodOrder(OrderAnnotation.class)
class TokenOverHttpTests {

	@AutoClose
	private static final TestIssuer issuer = TestIssuer.open();

	@Autowired
	private GraphQlClient client;

	@DynamicPropertySource
	static void trust(DynamicPropertyRegistry settings) {
		settings.add("broadsheet.jwt.issuer-uri", issuer::uri);
	}

	/** First, since known keys go on to be used. */
	@Test
	@Order(1)
	void whoeverCannotBeToldIsNoReader() {
		issuer.setAway(true);
		HttpResponse<String> response = askWhoIAm("Bearer " + issuer.sign(TestIssuer.claims()));
		issuer.setAway(false);

		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Retry-After")).isPresent();
		assertThat(response.body()).contains("\"code\":\"UNAUTHENTICATED\"", "cannot be checked just now")
			.doesNotContain("\"data\"");
	}

	@Test
	void whoShowsATokenIsAnEditorAlsoAfterTheKeysWereReplaced() {
		assertThat(askWhoIAm("Bearer " + issuer.sign(TestIssuer.claims())).body())
			.contains("{\"name\":\"Nell Abara\",\"permissions\":[\"EDIT\",\"PUBLISH\"]}");

		issuer.rotate("second");

		// The issuer is not asked again more than once a second or so.
		Awaitility.await()
			.untilAsserted(() -> assertThat(askWhoIAm("bearer  " + issuer.sign(TestIssuer.claims())).body())
				.contains("Nell Abara"));
	}

	@Test
	void whoShowsNothingIsAReader() {
		assertThat(askWhoIAm().body()).contains("{\"name\":null,\"permissions\":[]}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer ", "Basic bmVsbDpzZWNyZXQ=", "eyJhbGciOiJub25lIn0.e30.", "Bearer a b",
			"Bearer a.b.c", "Bearer \"x\"", "Bearer eyJhbGciOiJub25lIn0.eyJuYW1lIjoiTmVsbCJ9.", "Token x" })
	void whatIsNoGoodTokenIsRefusedWithTheReason(String authorization) {
		assertRefused(askWhoIAm(authorization));
	}

	@Test
	void twoTokensAreOneTooMany() {
		String good = "Bearer " + issuer.sign(TestIssuer.claims());

		assertRefused(askWhoIAm(good, good));
	}

	@Test
	void aTokenThatEndedIsRefusedWithTheTime() {
		Date past = Date.from(TestClock.NOON.minusSeconds(60));
		HttpResponse<String> response = askWhoIAm(
				"Bearer " + issuer.sign(TestIssuer.claims().issueTime(null).expirationTime(past)));

		assertRefused(response);
		assertThat(response.headers().firstValue("WWW-Authenticate"))
			.hasValue("Bearer realm=\"broadsheet\", error=\"invalid_token\", error_description=\""
					+ "The token is not accepted: Jwt expired at 2026-05-14T11:59:00Z.\"");
	}

	@Test
	void aTokenThatIsFarTooLongIsRefusedToo() {
		assertRefused(askWhoIAm("Bearer " + "x".repeat(10_000)));
	}

	@Test
	void introspectionIsForEditorsAlone() {
		String introspection = "{ __schema { queryType { name } } }";
		String good = "Bearer " + issuer.sign(TestIssuer.claims());
		String powerless = "Bearer " + issuer.sign(TestIssuer.claims().claim("permissions", null));

		assertThat(ask(introspection).body()).contains("FORBIDDEN");
		assertThat(ask(introspection, powerless).body()).contains("FORBIDDEN");
		assertThat(ask(introspection, good).body())
			.isEqualTo("{\"data\":{\"__schema\":{\"queryType\":{\"name\":\"Query\"}}}}");
	}

	@Test
	void theSchemaAsTextIsForEditorsAlone() {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.client.address("/graphql/schema"));
		HttpRequest editors = request.copy()
			.header("Authorization", "Bearer " + issuer.sign(TestIssuer.claims()))
			.build();

		assertThat(this.client.send(request.build()).statusCode()).isEqualTo(404);
		assertThat(this.client.send(editors).body()).contains("type Article implements Node");
	}

	@Test
	void nobodySignsInByTheBrowserInProduction() {
		HttpRequest request = HttpRequest.newBuilder(this.client.address("/graphiql/session")).build();

		assertThat(this.client.send(request).statusCode()).isEqualTo(404);
	}

	private static void assertRefused(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).contains("\"code\":\"UNAUTHENTICATED\"", "\"traceId\"").doesNotContain("\"data\"");
		assertThat(response.headers().firstValue("WWW-Authenticate"))
			.hasValueSatisfying((challenge) -> assertThat(challenge)
				.startsWith("Bearer realm=\"broadsheet\", error=\"invalid_token\", error_description=\""));
	}

	private HttpResponse<String> askWhoIAm(String... authorization) {
		return ask("{ viewer { name permissions } }", authorization);
	}

	private HttpResponse<String> ask(String query, String... authorization) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.client.address("/graphql"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"query\":\"" + query + "\"}"));
		for (String value : authorization) {
			request.header("Authorization", value);
		}
		return this.client.send(request.build());
	}

}
