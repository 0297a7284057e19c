package io.broadsheet.gateway;

import java.util.List;

import io.broadsheet.TestBrowser;
import org.openqa.selenium.By;

/** GraphiQL as somebody in front of a browser uses it. */
final class GraphiQlPage {

	private static final String EDITOR = "document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror";

	private final TestBrowser browser;

	private GraphiQlPage(TestBrowser browser) {
		this.browser = browser;
	}

	static GraphiQlPage open(TestBrowser browser, String address) {
		browser.goTo(address);
		browser.find(By.cssSelector(".graphiql-execute-button"));
		return new GraphiQlPage(browser);
	}

	/** The names on the tabs, all at one moment: the page draws them anew at any time. */
	List<String> tabs() {
		return this.browser.run(
				"return [...document.querySelectorAll('.graphiql-tab-button')].map(tab => tab.innerText.trim()).join('\\n')")
			.lines()
			.toList();
	}

	/** Opens a tab, once GraphiQL would not send its neighbour's name any more. */
	void choose(String tab) {
		this.browser
			.click(By.xpath("//button[contains(@class,'graphiql-tab-button') and normalize-space()='" + tab + "']"));
		this.browser.await(() -> tab.equals(this.browser.run("return " + EDITOR + ".operationName")));
	}

	/** Runs what is in a tab, and returns the answer that is shown. */
	String run(String tab) {
		choose(tab);
		start();
		this.browser.await(() -> answer().contains("}"));
		return answer();
	}

	/** Runs what is in the open tab, or stops it. */
	void start() {
		this.browser.run("document.querySelector('.result-window .CodeMirror')?.CodeMirror.setValue('')");
		this.browser.click(By.cssSelector(".graphiql-execute-button"));
	}

	/** Types over what is in the open tab, until GraphiQL has taken in what it is now. */
	void type(String query, String name) {
		this.browser.run(EDITOR + ".setValue(arguments[0])", query);
		this.browser.await(() -> tabs().contains(name));
	}

	/** What is in the open tab. */
	String typed() {
		return this.browser.run("return " + EDITOR + ".getValue()");
	}

	void signInForDevelopment() {
		this.browser.press("Reading as: a reader");
		this.browser.press("Sign in as Development Editor");
		this.browser.find(By.xpath("//button[normalize-space()='Reading as: Development Editor']"));
	}

	/** What is shown. The editor draws only the lines in sight, so its model is asked. */
	String answer() {
		return this.browser.run(
				"const e = document.querySelector('.result-window .CodeMirror'); return e ? e.CodeMirror.getValue() : ''");
	}

}
