package io.broadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A real Chromium, with a profile of its own. Where none is installed a test with it is
 * skipped, but never where {@code CI} is set.
 */
public final class TestBrowser implements AutoCloseable {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final ChromeDriver driver;

	private final Path profile;

	private TestBrowser(ChromeDriver driver, Path profile) {
		this.driver = driver;
		this.profile = profile;
	}

	/** Opens one. */
	public static TestBrowser open() {
		boolean installed = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
		assumeTrue(installed || System.getenv("CI") != null,
				"No Chromium is installed: GraphiQL is not tried in a browser");
		Path profile = profile();
		ChromeDriver driver = new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build(),
				options(profile));
		driver.manage().window().setSize(new Dimension(1400, 900));
		return new TestBrowser(driver, profile);
	}

	private static ChromeOptions options(Path profile) {
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		logs.enable(LogType.PERFORMANCE, Level.ALL);
		ChromeOptions options = new ChromeOptions().setBinary(CHROMIUM.toFile())
			.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
					"--disable-background-networking", "--disable-component-update", "--disable-sync",
					"--user-data-dir=" + profile);
		options.setCapability("goog:loggingPrefs", logs);
		return options;
	}

	/**
	 * Goes to a page.
	 * @param address its address
	 */
	public void goTo(String address) {
		this.driver.get(address);
	}

	/**
	 * Waits for something that can be clicked.
	 * @param what how to find it
	 * @return what was found
	 */
	public WebElement find(By what) {
		return new WebDriverWait(this.driver, PATIENCE).until(ExpectedConditions.elementToBeClickable(what));
	}

	/**
	 * Clicks a button once it is there.
	 * @param text the text on it
	 */
	public void press(String text) {
		click(By.xpath("//button[normalize-space()='" + text + "']"));
	}

	/**
	 * Clicks something once it is there, and again what is drawn in its place meanwhile.
	 * @param what how to find it
	 */
	public void click(By what) {
		new WebDriverWait(this.driver, PATIENCE).ignoring(StaleElementReferenceException.class).until((driver) -> {
			find(what).click();
			return true;
		});
	}

	/**
	 * Waits until something is so.
	 * @param condition what is to be so
	 */
	public void await(BooleanSupplier condition) {
		new WebDriverWait(this.driver, PATIENCE).until((driver) -> condition.getAsBoolean());
	}

	/**
	 * Runs a script in the page.
	 * @param script the script
	 * @param arguments its arguments
	 * @return what it returns, as text
	 */
	public String run(String script, Object... arguments) {
		return String.valueOf(this.driver.executeScript(script, arguments));
	}

	/** The text of all that the page shows. */
	public String text() {
		return this.driver.findElement(By.tagName("body")).getText();
	}

	/** The browser itself, for what is asked of it rarely. */
	public ChromeDriver driver() {
		return this.driver;
	}

	/**
	 * What the browser has logged since it was last asked.
	 * @param type a {@link LogType}
	 * @return the entries
	 */
	public Stream<LogEntry> log(String type) {
		return this.driver.manage().logs().get(type).getAll().stream();
	}

	/**
	 * Keeps a picture of what the page shows, to be looked at.
	 * @param file where
	 */
	public void screenshot(Path file) {
		try {
			Files.write(file, this.driver.getScreenshotAs(OutputType.BYTES));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.driver.quit();
		try {
			FileSystemUtils.deleteRecursively(this.profile);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path profile() {
		try {
			return Files.createTempDirectory("broadsheet-browser");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
