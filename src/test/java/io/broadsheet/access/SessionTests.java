package io.broadsheet.access;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;

import io.broadsheet.Editors;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions of GraphiQL's page, and what others can do with them. */
@GatewayTest
class SessionTests {

	private static final String VIEWER = "{\"query\":\"{ viewer { name } }\"}";

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Editors editors;

	@Autowired
	private TestClock clock;

	@Test
	void oneClickOnThisMachineSignsIn() {
		HttpResponse<String> signedIn = post("/graphiql/session/development", "", OwnPage.HEADER, "1");

		assertThat(signedIn.statusCode()).isEqualTo(200);
		assertThat(signedIn.body()).contains("\"name\":\"Development Editor\"", "EDIT", "PUBLISH", "ADMINISTER");
		assertThat(signedIn.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(signedIn.headers().firstValue("Set-Cookie"))
			.hasValueSatisfying((cookie) -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict"));
		assertThat(viewer(cookie(signedIn), OwnPage.HEADER, "1")).contains("Development Editor");
	}

	@Test
	void aTokenSignsInAndIsNotInTheCookie() {
		String token = this.editors.token("Nell Abara", Permission.EDIT);
		String cookie = cookie(post("/graphiql/session", "{\"token\":\" Bearer " + token + " \"}", "Content-Type",
				"application/json", OwnPage.HEADER, "1"));

		assertThat(viewer(cookie, OwnPage.HEADER, "1")).contains("Nell Abara");
		assertThat(cookie).doesNotContain(token);
	}

	@Test
	void aSessionThatHasEndedIsNoSilentReader() {
		String cookie = cookie(post("/graphiql/session/development", "", OwnPage.HEADER, "1"));

		this.clock.pass(Duration.ofHours(12).plusSeconds(31));

		HttpResponse<String> response = post("/graphql", VIEWER, "Content-Type", "application/json", "Cookie", cookie,
				OwnPage.HEADER, "1");
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).contains("UNAUTHENTICATED", "Your session has ended. Please sign in again.");
		assertThat(post("/graphql", VIEWER, "Content-Type", "application/json", OwnPage.HEADER, "1").statusCode())
			.isEqualTo(401);
		assertThat(state(cookie).body()).contains("\"name\":null");
		assertThat(state(cookie).headers().firstValue("Set-Cookie"))
			.hasValueSatisfying((none) -> assertThat(none).contains("Max-Age=0"));
	}

	@Test
	void aSessionIsNothingWithoutItsPage() {
		String cookie = cookie(post("/graphiql/session/development", "", OwnPage.HEADER, "1"));

		assertThat(viewer(cookie)).contains("null");
		assertThat(viewer(cookie, OwnPage.HEADER, "1", "Origin", "https://evil.example")).contains("null");
		assertThat(viewer(cookie, OwnPage.HEADER, "1", "Sec-Fetch-Site", "same-site")).contains("null");
		assertThat(viewer(cookie, "Sec-Fetch-Site", "same-origin")).contains("null");
	}

	@Test
	void aSessionIsNoTokenAndATokenIsNoSession() {
		String cookie = cookie(post("/graphiql/session/development", "", OwnPage.HEADER, "1"));
		String name = cookie.substring(0, cookie.indexOf('='));
		String session = cookie.substring(cookie.indexOf('=') + 1);
		String token = this.editors.token("Nell Abara", Permission.EDIT);

		assertThat(post("/graphql", VIEWER, "Content-Type", "application/json", "Authorization", "Bearer " + session)
			.statusCode()).isEqualTo(401);
		assertThat(post("/graphql", VIEWER, "Content-Type", "application/json", "Cookie", name + "=" + token,
				OwnPage.HEADER, "1")
			.statusCode()).isEqualTo(401);
	}

	@Test
	void onlyOurOwnPageSignsInAndOut() {
		assertThat(post("/graphiql/session/development", "").statusCode()).isEqualTo(403);
		assertThat(post("/graphiql/session/development", "", OwnPage.HEADER, "1", "Origin", "http://localhost:1")
			.statusCode()).isEqualTo(403);
		assertThat(post("/graphiql/session/development", "", OwnPage.HEADER, "1", "X-Forwarded-For", "127.0.0.1")
			.statusCode()).isEqualTo(403);
		assertThat(post("/graphiql/session", "{\"token\":\"x\"}", "Content-Type", "application/json").statusCode())
			.isEqualTo(403);
		assertThat(post("/graphiql/session", "{\"token\":\"x\"}", "Content-Type", "text/plain").statusCode())
			.isEqualTo(415);
		assertThat(send("DELETE", "/graphiql/session", "").statusCode()).isEqualTo(403);
	}

	@Test
	void aBadTokenIsToldSo() {
		HttpResponse<String> response = post("/graphiql/session", "{\"token\":\"x.y.z\"}", "Content-Type",
				"application/json", OwnPage.HEADER, "1");

		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).contains("The token is not accepted").doesNotContain("Exception");
		assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void whoSignsOutIsAReader() {
		HttpResponse<String> signedOut = send("DELETE", "/graphiql/session", "", OwnPage.HEADER, "1");

		assertThat(signedOut.body()).contains("\"name\":null", "\"development\":true");
		assertThat(signedOut.headers().firstValue("Set-Cookie"))
			.hasValueSatisfying((none) -> assertThat(none).contains("Max-Age=0"));
	}

	private String viewer(String cookie, String... headers) {
		String[] all = Arrays.copyOf(headers, headers.length + 4);
		all[headers.length] = "Cookie";
		all[headers.length + 1] = cookie;
		all[headers.length + 2] = "Content-Type";
		all[headers.length + 3] = "application/json";
		return post("/graphql", VIEWER, all).body();
	}

	private HttpResponse<String> state(String cookie) {
		return send("GET", "/graphiql/session", "", "Cookie", cookie, OwnPage.HEADER, "1");
	}

	private static String cookie(HttpResponse<String> response) {
		return response.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
	}

	private HttpResponse<String> post(String path, String body, String... headers) {
		return send("POST", path, body, headers);
	}

	private HttpResponse<String> send(String method, String path, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.client.address(path))
			.method(method, BodyPublishers.ofString(body));
		for (int n = 0; n < headers.length; n += 2) {
			request.header(headers[n], headers[n + 1]);
		}
		return this.client.send(request.build());
	}

}
