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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
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

	private static TestBrowser browser;

	@LocalServerPort
	private int port;

	@BeforeAll
	static void openBrowser() {
		browser = TestBrowser.open();
	}

	@AfterAll
	static void closeBrowser() {
		if (browser != null) {
			browser.close();
		}
	}

	@Test
	void aNewcomerRunsTheFirstLessonAndSeesTheAnswer() {
		open("/graphiql?lessons");

		run("FirstQuery");

		assertThat(answer()).contains("Night Trams Scrape Through", "Nell Abara", "min read");
		browser.screenshot(Path.of("target", "graphiql.png"));
		assertNothingFailed();
	}

	@Test
	void everyLessonAnswersWithoutAnError() {
		open("/graphiql?lessons");
		List<String> lessons = browser.driver()
			.findElements(By.cssSelector(".graphiql-tab-button"))
			.stream()
			.map(WebElement::getText)
			.toList();

		assertThat(lessons).contains("FirstQuery", "ArticlePage", "AuthorPage", "PhoneList", "RecordShare");
		for (String lesson : lessons) {
			run(lesson);
			assertThat(answer()).as(lesson).contains("\"data\"").doesNotContain("\"extensions\"");
		}
		assertNothingFailed();
	}

	@Test
	void theDocumentationExplorerDescribesTheSchema() {
		open("/graphiql");

		browser.find(By.cssSelector("button[aria-label='Show Documentation Explorer']")).click();

		browser.find(By.linkText("Query")).click();
		browser.await(() -> browser.text().contains("One article, or null if there is none"));
	}

	private void open(String path) {
		browser.goTo("http://localhost:" + this.port + path);
		browser.find(By.cssSelector(".graphiql-execute-button"));
	}

	private void run(String lesson) {
		browser.find(By.xpath("//button[contains(@class,'graphiql-tab-button') and text()='" + lesson + "']")).click();
		// A moment after the tab is changed GraphiQL would still send its neighbour's
		// name.
		browser.await(() -> lesson.equals(browser
			.run("return document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.operationName")));
		browser.find(By.cssSelector(".graphiql-execute-button")).click();
		browser.await(() -> answer().contains("}"));
	}

	/** The editor draws only the lines in sight, so its model is asked. */
	private static String answer() {
		return browser.run(
				"const e = document.querySelector('.result-window .CodeMirror'); return e ? e.CodeMirror.getValue() : ''");
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
