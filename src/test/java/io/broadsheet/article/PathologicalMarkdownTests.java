package io.broadsheet.article;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.broadsheet.graph.Site;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies of up to a megabyte that have brought other Markdown engines down: on a stack
 * half as deep as usual, in seconds (they take far less than a second on an idle
 * machine).
 */
class PathologicalMarkdownTests {

	private static final Site SITE = new Site(URI.create("https://paper.example"), "Paper", ZoneId.of("UTC"));

	private static final int SIZE = 1_000_000;

	private static final long STACK = 512 * 1024;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	static Stream<String> repeated() {
		return Stream.of(">", "> ", "[", "![", "*", "**a ", "*a **a ", "_a ", "`", "`a``", "<", "<a", "<a b='", "<!--",
				"<?", "<![CDATA[", "&", "\\", "- ", "1. ", "* a\n", "|", "[a](b)", "[^a]", "[a]: b\n", "a@a.", "www.",
				"<div>", "<b>", "<i><b>", "<b><p>", "<table><tr><td>", "<select>", "<svg><a>", "<details>\n\n",
				"\u0000", "漢", "ก", " ", "\n");
	}

	@ParameterizedTest
	@MethodSource("repeated")
	void oneThingRepeatedIsRenderedAtOnce(String piece) throws InterruptedException {
		render(piece.repeat(SIZE / piece.length()));
	}

	static Map<String, String> composed() {
		Map<String, String> composed = new LinkedHashMap<>();
		composed.put("wide table", "|a".repeat(100_000) + "\n" + "|-".repeat(100_000) + "\n" + "a\n".repeat(250_000));
		composed.put("long table", "|a".repeat(200) + "\n" + "|-".repeat(200) + "\n" + "a\n".repeat(450_000));
		composed.put("quoted table", "> |a|b|c\n> -|-|-\n" + "> a\n".repeat(200_000));
		composed.put("nested pictures", "![".repeat(300) + "](a)".repeat(300));
		composed.put("nested emphasis", ("*a **a ".repeat(120) + "b** b*".repeat(120) + "\n\n").repeat(100));
		composed.put("nested strong", "*".repeat(490) + "a" + "*".repeat(490));
		composed.put("nested emphasis in nested quotes", "> ".repeat(60) + "*".repeat(490) + "a" + "*".repeat(490));
		composed.put("footnotes", "a[^1] ".repeat(400).concat("\n\n").repeat(400) + "\n\n[^1]: b");
		composed.put("formats", "<b>".repeat(60_000) + "<p>x".repeat(50_000));
		return composed;
	}

	@ParameterizedTest
	@MethodSource("composedNames")
	void whatGrowsFasterThanItIsWrittenIsRenderedAtOnce(String name) throws InterruptedException {
		render(String.valueOf(composed().get(name)));
	}

	static Stream<String> composedNames() {
		return composed().keySet().stream();
	}

	private static void render(String markdown) throws InterruptedException {
		StringBuilder failure = new StringBuilder("not done in time");
		Thread reader = new Thread(null, () -> {
			ArticleBody body = ArticleBody.of(markdown, SITE);
			int blocks = body.blocks().size();
			assertThat(body.excerpt(50).length()).isLessThanOrEqualTo(body.text().length() + 1);
			failure.setLength((blocks < 0) ? 1 : 0);
		}, "reader", STACK);
		reader.setUncaughtExceptionHandler((thread, thrown) -> failure.append(": ").append(thrown));
		reader.setDaemon(true);
		reader.start();
		assertThat(reader.join(PATIENCE)).as("done in time").isTrue();
		assertThat(failure).isEmpty();
	}

}
