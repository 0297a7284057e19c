package io.broadsheet.gateway;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.broadsheet.StoreOfItsOwn;
import io.broadsheet.TestBrowser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** GraphiQL in a real browser, over the sample newsroom. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = StoreOfItsOwn.WithSample.class)
class GraphiQlBrowserTests {

	private static final Pattern REQUEST_ID = Pattern.compile("\"requestId\":\"([^\"]+)\"");

	@AutoClose
	private static TestBrowser browser;

	@LocalServerPort
	private int port;

	@BeforeAll
	static void openBrowser() {
		browser = TestBrowser.open();
	}

	@Test
	void aNewcomerRunsTheFirstLessonAndSeesTheAnswer() {
		GraphiQlPage page = open("/graphiql?lessons");

		assertThat(page.run("FirstQuery")).contains("Night Trams Scrape Through", "Nell Abara", "min read");
		browser.screenshot(Path.of("target", "graphiql.png"));
		assertNothingFailed();
	}

	@Test
	void everyLessonAnswersWithoutAnError() {
		GraphiQlPage page = open("/graphiql?lessons");

		assertThat(page.tabs()).contains("FirstQuery", "ArticlePage", "AuthorPage", "PhoneList", "RecordShare");
		for (String lesson : page.tabs()) {
			assertThat(page.run(lesson)).as(lesson).contains("\"data\"").doesNotContain("\"extensions\"");
		}
		assertNothingFailed();
	}

	@Test
	void aSubscriptionShowsWhatHappensUntilItIsStopped() {
		GraphiQlPage page = open("/graphiql?lessons");
		page.type("subscription Listen { sharesChanged(articleId: \"AUxCN_2RUwCRtIho7\") { total } }", "Listen");
		page.start();

		browser.await(() -> {
			share();
			return page.answer().contains("\"sharesChanged\"");
		});
		assertNothingFailed();
		browser.click(By.cssSelector(".graphiql-execute-button[aria-label^='Stop']"));
		browser.find(By.cssSelector(".graphiql-execute-button[aria-label^='Execute']"));
	}

	@Test
	void theDocumentationExplorerDescribesTheSchema() {
		open("/graphiql");

		browser.click(By.cssSelector("button[aria-label='Show Documentation Explorer']"));

		browser.click(By.linkText("Query"));
		browser.await(() -> browser.text().contains("One article, or null if there is none"));
	}

	private static void share() {
		browser.run("""
				fetch('/graphql', {
					method: 'POST',
					headers: {'Content-Type': 'application/json'},
					body: JSON.stringify({query: `mutation { shareRecord(input: {
						articleId: "AUxCN_2RUwCRtIho7", channel: X, idempotencyKey: "${Math.random()}"
					}) { share { total } } }`})
				})""");
	}

	private GraphiQlPage open(String path) {
		return GraphiQlPage.open(browser, "http://localhost:" + this.port + path);
	}

	/** A browser that starts loads pages of its own, which say nothing of ours. */
	private void assertNothingFailed() {
		String origin = "http://localhost:" + this.port;
		List<String> events = browser.log(LogType.PERFORMANCE).map(LogEntry::getMessage).toList();
		List<String> sent = events.stream()
			.filter((event) -> event.contains("\"Network.requestWillBeSent\"")
					&& event.contains("\"documentURL\":\"" + origin))
			.toList();
		Set<String> requests = sent.stream().map(GraphiQlBrowserTests::requestId).collect(Collectors.toSet());

		assertThat(
				browser.log(LogType.BROWSER).filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue()))
			.isEmpty();
		assertThat(sent).isNotEmpty()
			.allMatch((event) -> event.contains("\"url\":\"" + origin) || event.contains("\"url\":\"data:"));
		assertThat(events).filteredOn((event) -> event.contains("\"Network.loadingFailed\""))
			.noneMatch((event) -> requests.contains(requestId(event)));
	}

	private static String requestId(String event) {
		Matcher matcher = REQUEST_ID.matcher(event);
		return matcher.find() ? matcher.group(1) : "";
	}

}
