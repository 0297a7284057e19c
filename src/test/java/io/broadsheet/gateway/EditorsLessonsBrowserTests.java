package io.broadsheet.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.broadsheet.StoreOfItsOwn;
import io.broadsheet.TestBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An editor goes through the lessons in a real browser, from the first word to the page
 * and back.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = StoreOfItsOwn.WithSample.class)
@DirtiesContext
class EditorsLessonsBrowserTests {

	private static final String HEADLINE = "A bench for the four o’clock queue";

	private static final String LOOK = """
			query LookForIt {
			  article(by: { slug: "a-bench-for-the-four-oclock-queue" }) { headline corrections { text } }
			}
			""";

	/** Faster than hands are, at other moments each time. */
	private static final String SWITCH_OFTEN = """
			const [readers, editors, done] = arguments;
			const wait = ms => new Promise(resolve => setTimeout(resolve, ms));
			const tabs = () => document.querySelectorAll('.graphiql-tab-button');
			const has = async count => {
				for (let n = 0; n < 200 && tabs().length !== count; n++) await wait(20);
				return tabs().length === count;
			};
			(async () => {
				for (let n = 0; n < 60; n++) {
					tabs()[readers + n % editors].click();
					await wait(150 + n * 7 % 420);
					document.querySelector('.graphiql-execute-button').click();
					await wait(n * 13 % 90);
					session.readAsReader(true);
					if (!await has(readers)) return done(n + ': a reader has ' + tabs().length);
					session.readAsReader(false);
					if (!await has(readers + editors)) return done(n + ': an editor has ' + tabs().length);
				}
				done('whole');
			})();
			""";

	private static final List<String> LESSONS = List.of("NewsroomDesk", "WriteDraft", "PreviewDraft", "SubmitDraft",
			"ScheduleDraft", "PublishDraft", "PickRelated", "CorrectArticle", "WithdrawArticle", "MergeTopics");

	@AutoClose
	private static TestBrowser browser;

	private GraphiQlPage page;

	@LocalServerPort
	private int port;

	@BeforeAll
	static void openBrowser() {
		browser = TestBrowser.open();
	}

	@BeforeEach
	void openPage() {
		this.page = open("?lessons");
	}

	@AfterEach
	void forget() {
		browser.driver().manage().deleteAllCookies();
	}

	@Test
	void anEditorLeadsAStoryFromItsFirstWordToThePageAndBack() {
		this.page.signInForDevelopment();
		browser.await(() -> this.page.tabs().containsAll(LESSONS));
		browser.press("Reading as: Development Editor");

		assertThat(lesson("NewsroomDesk")).contains("Development Editor", "totalCount");
		assertThat(lesson("WriteDraft")).contains("\"DRAFT\"", HEADLINE, "\"missing\": []");
		browser.screenshot(Path.of("target", "graphiql-editor.png"));
		assertThat(lesson("PreviewDraft")).contains("Food & Orchard", "<strong>five</strong>", "min read",
				"draftCreate");
		assertThat(lesson("SubmitDraft")).contains("IN_REVIEW", "\"revision\": 2");
		assertThat(lesson("ScheduleDraft")).contains("12 May 2036", "\"revision\": 4", "IN_REVIEW");
		assertThatReadersFindNothing();
		assertThat(lesson("PublishDraft")).contains("PUBLISHED", "a-bench-for-the-four-oclock-queue");
		assertThat(lesson("PickRelated")).contains("EDITORS_PICK", "The Penny Bun");
		assertThat(lesson("CorrectArticle")).contains("euphonium");
		assertThat(asReader()).contains(HEADLINE, "euphonium");
		browser.screenshot(Path.of("target", "graphiql-editor-published.png"));
		assertThat(lesson("WithdrawArticle")).contains(HEADLINE);
		assertThatReadersFindNothing();
		assertThat(lesson("MergeTopics")).contains("Libraries", "\"Books\"");
	}

	@Test
	void theLessonsComeBackAsTheyWere() {
		this.page.type("query OfMyOwn { viewer { name } }", "OfMyOwn");
		browser.await(() -> browser.run("return localStorage.getItem('graphiql:query')").contains("OfMyOwn"));

		this.page = open("?lessons");

		assertThat(this.page.tabs()).startsWith("FirstQuery", "ArticlePage");
		assertThat(this.page.typed()).contains("FirstQuery");
	}

	@Test
	void onlyWhoeverMayRunThemSeesTheEditorsTabsAndNothingTypedIsLost() {
		List<String> readersTabs = this.page.tabs();
		assertThat(readersTabs).isNotEmpty().doesNotContainAnyElementsOf(LESSONS);
		this.page.choose("FirstQuery");
		this.page.type("query OfMyOwn { viewer { name } }", "OfMyOwn");

		this.page.signInForDevelopment();
		browser.await(() -> this.page.tabs().containsAll(LESSONS));
		assertThat(this.page.typed()).contains("OfMyOwn");
		this.page.choose("WriteDraft");
		this.page.type("mutation WordsOfMine { __typename }", "WordsOfMine");

		browser.press("Read with a reader’s eyes");
		browser.await(() -> !this.page.tabs().contains("WordsOfMine"));
		assertThat(this.page.tabs()).contains("OfMyOwn").doesNotContainAnyElementsOf(LESSONS);
		browser.press("Read as Development Editor again");
		browser.await(() -> this.page.tabs().contains("WordsOfMine"));
		assertThat(this.page.tabs()).contains("OfMyOwn", "MergeTopics").doesNotContain("WriteDraft");
		this.page.choose("WordsOfMine");
		browser.await(this::isRemembered);

		this.page = open("");
		browser.await(() -> this.page.tabs().contains("WordsOfMine"));
		assertThat(this.page.tabs()).hasSize(readersTabs.size() + LESSONS.size());
		browser.press("Reading as: Development Editor");
		browser.press("Sign out");
		browser.await(() -> this.page.tabs().size() == readersTabs.size());
		assertThat(this.page.tabs()).contains("OfMyOwn");
		browser.await(() -> !isRemembered());
	}

	@Test
	void whoeverSwitchesWhileAnswersComeKeepsThePage() {
		int readersTabs = this.page.tabs().size();
		this.page.signInForDevelopment();
		browser.await(() -> this.page.tabs().size() == readersTabs + LESSONS.size());
		browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));

		assertThat(browser.driver().executeAsyncScript(SWITCH_OFTEN, readersTabs, LESSONS.size())).isEqualTo("whole");
	}

	private boolean isRemembered() {
		return browser.run("return localStorage.getItem('graphiql:tabState')").contains("WordsOfMine");
	}

	private GraphiQlPage open(String query) {
		return GraphiQlPage.open(browser, "http://localhost:" + this.port + "/graphiql" + query);
	}

	/** An answer to be glad of: without an error, and without a step that was refused. */
	private String lesson(String name) {
		String answer = this.page.run(name);
		assertThat(answer).as(name).contains("\"data\"").doesNotContain("\"extensions\"", "\"errors\": [\n");
		return answer;
	}

	private void assertThatReadersFindNothing() {
		assertThat(asReader()).contains("\"article\": null");
	}

	private String asReader() {
		browser.press("Reading as: Development Editor");
		browser.press("Read with a reader’s eyes");
		browser.await(() -> !this.page.tabs().contains("NewsroomDesk"));
		this.page.type(LOOK, "LookForIt");
		String answer = lesson("LookForIt");
		browser.press("Read as Development Editor again");
		browser.await(() -> this.page.tabs().contains("NewsroomDesk"));
		browser.press("Reading as: Development Editor");
		return answer;
	}

}
