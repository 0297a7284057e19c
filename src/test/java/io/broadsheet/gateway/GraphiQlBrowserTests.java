package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.broadsheet.StoreOfItsOwn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * GraphiQL in a real browser, over the sample newsroom. Where no Chromium is installed
 * this is skipped, but never where {@code CI} is set.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = StoreOfItsOwn.WithSample.class)
class GraphiQlBrowserTests {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private static final Pattern REQUEST_ID = Pattern.compile("\"requestId\":\"([^\"]+)\"");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@TempDir
	private static Path profile;

	private static ChromeDriver browser;

	@LocalServerPort
	private int port;

	@BeforeAll
	static void openBrowser() {
		boolean installed = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
		assumeTrue(installed || System.getenv("CI") != null,
				"No Chromium is installed: GraphiQL is not tried in a browser");
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		logs.enable(LogType.PERFORMANCE, Level.ALL);
		ChromeOptions options = new ChromeOptions().setBinary(CHROMIUM.toFile())
			.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
					"--disable-background-networking", "--disable-component-update", "--disable-sync",
					"--user-data-dir=" + profile);
		options.setCapability("goog:loggingPrefs", logs);
		browser = new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build(),
				options);
		browser.manage().window().setSize(new Dimension(1400, 900));
	}

	@AfterAll
	static void closeBrowser() {
		if (browser != null) {
			browser.quit();
		}
	}

	@Test
	void aNewcomerRunsTheFirstLessonAndSeesTheAnswer() throws IOException {
		open("/graphiql?lessons");

		run("FirstQuery");

		assertThat(answer()).contains("Night Trams Scrape Through", "Nell Abara", "min read");
		Files.write(Path.of("target", "graphiql.png"), browser.getScreenshotAs(OutputType.BYTES));
		assertNothingFailed();
	}

	@Test
	void everyLessonAnswersWithoutAnError() {
		open("/graphiql?lessons");
		List<String> lessons = browser.findElements(By.cssSelector(".graphiql-tab-button"))
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

		waitFor(By.cssSelector("button[aria-label='Show Documentation Explorer']")).click();

		waitFor(By.linkText("Query")).click();
		new WebDriverWait(browser, PATIENCE).until(
				(driver) -> text(driver, ".graphiql-doc-explorer").contains("One article, or null if there is none"));
	}

	private void open(String path) {
		browser.get("http://localhost:" + this.port + path);
		waitFor(By.cssSelector(".graphiql-execute-button"));
	}

	private void run(String lesson) {
		waitFor(By.xpath("//button[contains(@class,'graphiql-tab-button') and text()='" + lesson + "']")).click();
		// A moment after the tab is changed GraphiQL would still send its neighbour's
		// name.
		new WebDriverWait(browser, PATIENCE).until((driver) -> lesson.equals(browser.executeScript(
				"return document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.operationName")));
		waitFor(By.cssSelector(".graphiql-execute-button")).click();
		new WebDriverWait(browser, PATIENCE).until((driver) -> answer().contains("}"));
	}

	/** The editor draws only the lines in sight, so its model is asked. */
	private static String answer() {
		Object text = browser.executeScript(
				"const e = document.querySelector('.result-window .CodeMirror'); return e ? e.CodeMirror.getValue() : ''");
		return String.valueOf(text);
	}

	/** A browser that starts loads pages of its own, which say nothing of ours. */
	private void assertNothingFailed() {
		String origin = "http://localhost:" + this.port;
		List<String> events = log(LogType.PERFORMANCE).map(LogEntry::getMessage).toList();
		List<String> sent = events.stream()
			.filter((event) -> event.contains("\"Network.requestWillBeSent\"")
					&& event.contains("\"documentURL\":\"" + origin))
			.toList();
		Set<String> requests = sent.stream().map(GraphiQlBrowserTests::requestId).collect(Collectors.toSet());

		assertThat(log(LogType.BROWSER).filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue()))
			.isEmpty();
		assertThat(sent).isNotEmpty()
			.allMatch((event) -> event.contains("\"url\":\"" + origin) || event.contains("\"url\":\"data:"));
		assertThat(events).filteredOn((event) -> event.contains("\"Network.loadingFailed\""))
			.noneMatch((event) -> requests.contains(requestId(event)));
	}

	private static Stream<LogEntry> log(String type) {
		return browser.manage().logs().get(type).getAll().stream();
	}

	private static String requestId(String event) {
		Matcher matcher = REQUEST_ID.matcher(event);
		return matcher.find() ? matcher.group(1) : "";
	}

	private static WebElement waitFor(By what) {
		return new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.elementToBeClickable(what));
	}

	private static String text(WebDriver driver, String selector) {
		return driver.findElement(By.cssSelector(selector)).getText();
	}

}
