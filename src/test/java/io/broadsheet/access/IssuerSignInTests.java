package io.broadsheet.access;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

import io.broadsheet.Editors;
import io.broadsheet.GraphQlClient;
import io.broadsheet.StoreOfItsOwn;
import io.broadsheet.TestBrowser;
import io.broadsheet.TestClock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in with the issuer's authorization-code flow. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "broadsheet.sample=false", "broadsheet.jwt.audience=broadsheet",
				"broadsheet.jwt.client-id=graphiql" })
@ContextConfiguration(initializers = StoreOfItsOwn.class)
@Import({ GraphQlClient.class, Editors.class, TestClock.class })
@DirtiesContext
class IssuerSignInTests {

	@AutoClose
	private static final TestIssuer issuer = TestIssuer.open();

	@Autowired
	private GraphQlClient client;

	@DynamicPropertySource
	static void trust(DynamicPropertyRegistry settings) {
		settings.add("broadsheet.jwt.issuer-uri", issuer::uri);
	}

	@Test
	void anEditorGoesToTheIssuerAndComesBackSignedIn() {
		HttpResponse<String> leaving = leave();
		URI authorize = URI.create(leaving.body().replaceFirst("\\{\"location\":\"(.*)\"}", "$1"));

		assertThat(authorize.toString()).startsWith(issuer.uri() + "/authorize?response_type=code&client_id=graphiql")
			.contains("code_challenge_method=S256", "scope=openid+profile", "audience=broadsheet");
		assertThat(cookies(leaving)).singleElement().asString().contains("HttpOnly", "SameSite=Lax", "Path=/graphiql/");

		HttpResponse<String> atIssuer = this.client.send(HttpRequest.newBuilder(authorize).build());
		HttpResponse<String> back = comeBack(URI.create(atIssuer.headers().firstValue("Location").orElseThrow()),
				cookies(leaving).getFirst());

		assertThat(back.statusCode()).isEqualTo(303);
		assertThat(back.headers().firstValue("Location")).hasValue("/graphiql");
		assertThat(cookies(back)).anySatisfy((cookie) -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict"))
			.anySatisfy((cookie) -> assertThat(cookie).contains("Max-Age=0"));
	}

	@Test
	void whoDidNotBeginHereIsNotSignedIn() {
		HttpResponse<String> back = comeBack(this.client.address("/graphiql/signed-in?code=c0de&state=guessed"),
				cookies(leave()).getFirst());

		assertNotSignedIn(back, "unknown");
		assertNotSignedIn(comeBack(this.client.address("/graphiql/signed-in?code=c0de&state=x"), "other=1"), "unknown");
	}

	@Test
	void whoIsDeniedOrGivesAWrongCodeIsNotSignedIn() {
		String cookie = cookies(leave()).getFirst();
		String state = CodeFlow.state(cookie.replaceFirst("^[^=]*=([^;]*);.*", "$1"));

		assertNotSignedIn(
				comeBack(this.client.address("/graphiql/signed-in?error=access_denied&state=" + state), cookie),
				"denied");
		assertNotSignedIn(comeBack(this.client.address("/graphiql/signed-in?code=wrong&state=" + state), cookie),
				"failed");
	}

	@Test
	void onlyOurOwnPageSendsEditorsToTheIssuer() {
		HttpRequest request = HttpRequest.newBuilder(this.client.address("/graphiql/session/issuer"))
			.POST(BodyPublishers.noBody())
			.build();

		assertThat(this.client.send(request).statusCode()).isEqualTo(403);
	}

	@Test
	void nobodySignsInWithoutATokenWhereAnIssuerIsSet() {
		HttpRequest request = HttpRequest.newBuilder(this.client.address("/graphiql/session/development"))
			.header(OwnPage.HEADER, "1")
			.POST(BodyPublishers.noBody())
			.build();

		assertThat(this.client.send(request).statusCode()).isEqualTo(403);
	}

	@Test
	void inABrowserItIsOneClick() {
		try (TestBrowser browser = TestBrowser.open()) {
			browser.goTo(this.client.address("/graphiql").toString());
			browser.press("Reading as: a reader");
			browser.press("Sign in with the newsroom’s account");

			browser.find(By.xpath("//button[normalize-space()='Reading as: Nell Abara']"));
		}
	}

	private HttpResponse<String> leave() {
		return this.client.send(HttpRequest.newBuilder(this.client.address("/graphiql/session/issuer"))
			.header(OwnPage.HEADER, "1")
			.POST(BodyPublishers.noBody())
			.build());
	}

	private HttpResponse<String> comeBack(URI address, String cookie) {
		return this.client
			.send(HttpRequest.newBuilder(address).header("Cookie", cookie.replaceFirst(";.*", "")).build());
	}

	private static List<String> cookies(HttpResponse<String> response) {
		return response.headers().allValues("Set-Cookie");
	}

	private static void assertNotSignedIn(HttpResponse<String> back, String why) {
		assertThat(back.headers().firstValue("Location")).hasValue("/graphiql?sign-in=" + why);
		assertThat(cookies(back)).singleElement().asString().contains("Max-Age=0");
	}

}
