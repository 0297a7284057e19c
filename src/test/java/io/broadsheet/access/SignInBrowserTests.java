package io.broadsheet.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import io.broadsheet.StoreOfItsOwn;
import io.broadsheet.TestBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** An editor signs in within GraphiQL, and another site's page tries to profit by it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "broadsheet.sample=false")
@ContextConfiguration(initializers = StoreOfItsOwn.class)
@Import(SignInBrowserTests.Visitors.class)
@DirtiesContext
class SignInBrowserTests {

	/** What a page can make a browser send to another origin, with its cookies. */
	private static final String HOSTILE_PAGE = """
			<!doctype html><title>Hostile</title>
			<iframe name="frame"></iframe>
			<form method="post" enctype="text/plain" target="frame">
			  <input name='{"query":"{ viewer { name } }","x":"' value='"}'>
			</form>
			<script>
			const target = decodeURIComponent(location.search.slice(1));
			const query = JSON.stringify({query: '{ viewer { name } }'});
			const json = {'Content-Type': 'application/json'};
			const send = options => fetch(target, {method: 'POST', body: query, credentials: 'include', ...options})
			  .then(response => response.text()).catch(String);
			const socket = () => new Promise(resolve => {
			  const opened = new WebSocket(target.replace('http', 'ws'), 'graphql-transport-ws');
			  opened.onopen = () => opened.send('{"type":"connection_init"}');
			  opened.onmessage = ({data}) => data.includes('connection_ack')
			    ? opened.send(JSON.stringify({id: '1', type: 'subscribe', payload: JSON.parse(query)})) : resolve(data);
			  opened.onclose = opened.onerror = () => resolve('closed');
			});
			async function attack() {
			  document.forms[0].action = target;
			  document.forms[0].submit();
			  const answers = await Promise.all([
			    send({headers: json}),
			    send({headers: {...json, 'X-Broadsheet-Session': '1'}}),
			    send({mode: 'no-cors'}),
			    send({mode: 'no-cors', method: 'GET', body: undefined}),
			    fetch(target + '?query=' + encodeURIComponent('{ viewer { name } }'),
			      {credentials: 'include', mode: 'no-cors'}).then(response => response.text()).catch(String),
			    fetch(new URL('/graphiql/session/development', target), {method: 'POST', credentials: 'include'})
			      .then(response => response.text()).catch(String),
			    socket()]);
			  document.title = 'Done ' + JSON.stringify(answers);
			}
			attack();
			</script>
			""";

	@AutoClose
	private static TestBrowser browser;

	@Autowired
	private Visitors visitors;

	@LocalServerPort
	private int port;

	@BeforeAll
	static void openBrowser() {
		browser = TestBrowser.open();
	}

	@AfterEach
	void forget() {
		browser.driver().manage().deleteAllCookies();
	}

	@Test
	void anEditorSignsInByOneClickReadsWithAReadersEyesAndSignsOut() {
		openGraphiQl();
		press("Reading as: a reader");
		browser.press("Sign in as Development Editor");
		browser.find(By.xpath("//button[normalize-space()='Reading as: Development Editor']"));
		browser.screenshot(Path.of("target", "signed-in.png"));
		assertThat(whoAmI()).contains("Development Editor");

		browser.press("Read with a reader’s eyes");
		browser.find(By.xpath("//button[normalize-space()='Reading as: a reader']"));
		assertThat(whoAmI()).contains("\"name\": null");
		browser.press("Read as Development Editor again");
		assertThat(whoAmI()).contains("Development Editor");

		openGraphiQl();
		browser.find(By.xpath("//button[normalize-space()='Reading as: Development Editor']"));
		assertThat(browser.run("return document.cookie + JSON.stringify({...localStorage, ...sessionStorage})"))
			.doesNotContain("broadsheet-", "eyJ");

		press("Reading as: Development Editor");
		browser.press("Sign out");
		browser.find(By.xpath("//button[normalize-space()='Reading as: a reader']"));
		assertThat(whoAmI()).contains("\"name\": null");
	}

	@Test
	void aTokenThatIsNotAcceptedIsToldSo() {
		openGraphiQl();
		press("Reading as: a reader");
		browser.find(By.id("token")).sendKeys("not.a.token");
		browser.press("Sign in with it");

		browser.await(() -> browser.text().contains("The token is not accepted"));
	}

	@Test
	void noOtherPageCanUseTheSession() throws IOException {
		openGraphiQl();
		press("Reading as: a reader");
		browser.press("Sign in as Development Editor");
		browser.find(By.xpath("//button[normalize-space()='Reading as: Development Editor']"));
		HttpServer hostile = hostile();
		try {
			// The first is another site; the second is the same site at another port, to
			// which the browser does send the cookie.
			for (String host : List.of("127.0.0.1", "localhost")) {
				this.visitors.seen.clear();
				browser.goTo("http://" + host + ":" + hostile.getAddress().getPort() + "/?http://localhost:" + this.port
						+ "/graphql");
				browser.await(() -> browser.driver().getTitle().startsWith("Done"));

				assertThat(browser.driver().getTitle()).doesNotContain("Development");
				assertThat(this.visitors.seen).containsOnly(Viewer.READER);
			}
		}
		finally {
			hostile.stop(0);
		}
		openGraphiQl();
		assertThat(whoAmI()).contains("Development Editor");
	}

	private static HttpServer hostile() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			byte[] page = HOSTILE_PAGE.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
			exchange.sendResponseHeaders(200, page.length);
			exchange.getResponseBody().write(page);
			exchange.close();
		});
		server.start();
		return server;
	}

	private void openGraphiQl() {
		browser.goTo("http://localhost:" + this.port + "/graphiql");
		browser.find(By.cssSelector(".graphiql-execute-button"));
	}

	private static void press(String button) {
		browser.press(button);
		browser.find(By.id("sign-in"));
	}

	/**
	 * Asks in GraphiQL's editor, once GraphiQL has read what is in it: a moment before it
	 * would still send the name of what was there.
	 */
	private static String whoAmI() {
		browser.run("document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.setValue(arguments[0])",
				"query WhoAmI { viewer { name } }");
		browser.await(() -> "WhoAmI".equals(browser
			.run("return document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.operationName")));
		browser.run("document.querySelector('.result-window .CodeMirror')?.CodeMirror.setValue('')");
		browser.click(By.cssSelector(".graphiql-execute-button"));
		browser.await(() -> answer().contains("viewer"));
		return answer();
	}

	private static String answer() {
		return browser.run(
				"const e = document.querySelector('.result-window .CodeMirror'); return e ? e.CodeMirror.getValue() : ''");
	}

	/** Everybody who has asked something. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Visitors implements WebGraphQlInterceptor {

		private final List<Viewer> seen = new CopyOnWriteArrayList<>();

		@Override
		public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
			this.seen.add(Viewer.of(request));
			return chain.next(request);
		}

	}

}
