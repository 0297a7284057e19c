package io.broadsheet.article;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import io.broadsheet.graph.Site;
import io.broadsheet.media.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleBodyTests {

	private static final Site SITE = new Site(URI.create("https://paper.example/news"), "Paper", ZoneId.of("UTC"));

	@Test
	void richBodyIsRenderedAsItsGoldenFileSays() throws IOException {
		ArticleBody body = body(resource("rich.md"));
		assertThat(body.html() + "\n").isEqualTo(resource("rich.html"));
		assertThat(body.text() + "\n").isEqualTo(resource("rich.txt"));
		assertThat(body.blocks().stream().map(Block::toString).collect(Collectors.joining("\n")) + "\n")
			.isEqualTo(resource("rich.blocks"));
		HtmlSafety.check(body, SITE);
	}

	@Test
	void emptyBodyIsEmptyInEveryForm() {
		ArticleBody body = body(" \n\n<!-- nothing -->\n");
		assertThat(body.html()).isEmpty();
		assertThat(body.text()).isEmpty();
		assertThat(body.blocks()).isEmpty();
		assertThat(body.excerpt(50)).isEmpty();
	}

	@Test
	void quotationMarksStayAsTheyWereTyped() {
		assertThat(body("\"It's 'so' -- he said...\" “No”").text()).isEqualTo("\"It's 'so' -- he said...\" “No”");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/articles/x          | https://paper.example/news/articles/x
			/media/ü b.png       | https://paper.example/news/media/%C3%BC%20b.png
			other-story          | https://paper.example/news/articles/other-story
			../topics/a?b=c#d    | https://paper.example/news/topics/a?b=c#d
			//cdn.example/x      | https://cdn.example/x
			\\\\cdn.example\\x     | https://cdn.example/x
			HTTPS://X.example/%zz| https://X.example/%25zz
			http:x.example       | http://x.example
			#note                | #note
			mailto:a@x.example   | mailto:a@x.example
			tel:+1-305           | tel:+1-305
			https://x.example/[a]| https://x.example/%5Ba%5D
			""")
	void addressesAreAbsoluteAndEncoded(String written, String address) {
		assertThat(new Addresses(SITE).link(written)).isEqualTo(address);
	}

	@Test
	void onlyLinksToOtherSitesAreCutOff() {
		assertThat(body("[a](/x) [b](https://paper.example/y) [c](https://x.example)").html()).isEqualTo(
				"<p><a href=\"https://paper.example/news/x\">a</a> <a href=\"https://paper.example/y\">b</a> <a href=\"https://x.example\" rel=\"noopener noreferrer\">c</a></p>");
	}

	@Test
	void headingsHaveAnchorsOfTheirOwnInAnyScript() {
		ArticleBody body = body("# What’s new?\n\n# What’s *new*\n\n## 日本語の見出し\n\n### 🎉\n\n[up](#whats-new)");
		assertThat(body.blocks().stream().filter(Heading.class::isInstance).map((block) -> ((Heading) block).anchor()))
			.containsExactly("h-whats-new", "h-whats-new-2", "h-日本語の見出し", "h-heading");
		assertThat(body.html()).endsWith("<p><a href=\"#h-whats-new\">up</a></p>");
	}

	@Test
	void bareAddressAloneIsAnEmbedAndALinkInHtml() {
		ArticleBody body = body("https://video.example/watch?v=1&t=2\n\n<https://video.example/ü>\n\nhttp://x.example");
		assertThat(body.blocks()).containsExactly(
				new EmbedBlock("https://video.example/watch?v=1&t=2", "https://video.example/watch?v=1&t=2"),
				new EmbedBlock("https://video.example/ü", "https://video.example/%C3%BC"),
				new Paragraph("http://x.example",
						"<a href=\"http://x.example\" rel=\"noopener noreferrer\">http://x.example</a>"));
		assertThat(body.html()).startsWith("<p><a href=\"https://video.example/watch?v=1&amp;t=2\" rel=");
	}

	@Test
	void frameBecomesAnEmbed() {
		assertThat(body("<iframe src=\"https://video.example/1\" allow=\"autoplay\"></iframe>").blocks())
			.containsExactly(new EmbedBlock("https://video.example/1", "https://video.example/1"));
	}

	@Test
	void pictureAloneIsAnImageWithItsTitleForCaption() {
		ArticleBody body = body("![A boat](/b.png \"On the river\")\n\n![](c.png)\n\nIn ![d](d.png) text");
		assertThat(body.pictures()).isEqualTo(3);
		assertThat(body.blocks().subList(0, 2)).containsExactly(
				new ImageBlock("A boat\nOn the river",
						new Image("https://paper.example/news/b.png", "A boat", false, "On the river", null, null, null,
								null, null)),
				new ImageBlock("", new Image("https://paper.example/news/articles/c.png", "", true, null, null, null,
						null, null, null)));
		assertThat(body.text()).isEqualTo("A boat\nOn the river\n\n\n\nIn d text");
	}

	@Test
	void figureIsAnImageWithItsCaption() {
		assertThat(body(
				"<figure>\n<img src=/a.jpg alt=Boat width=300 height=200>\n<figcaption>On <em>it</em></figcaption></figure>")
			.blocks())
			.containsExactly(new ImageBlock("Boat\nOn it",
					new Image("https://paper.example/news/a.jpg", "Boat", false, "On it", null, null, 300, 200, null)));
	}

	@Test
	void lineEndsInEastAsianTextAreNoSpaces() {
		assertThat(body("これは長い文です。\n次の行に続く。\nAnd\nso on").text()).isEqualTo("これは長い文です。次の行に続く。 And so on");
	}

	@Test
	void isParsedOnceHoweverManyAskAtOnce() throws Exception {
		ArticleBody body = body("*once*\n\n".repeat(2000));
		try (ExecutorService readers = Executors.newFixedThreadPool(8)) {
			Callable<List<Block>> ask = body::blocks;
			for (Future<List<Block>> answer : readers.invokeAll(Collections.nCopies(16, ask))) {
				assertThat(answer.get()).isSameAs(body.blocks());
			}
		}
	}

	private static ArticleBody body(String markdown) {
		return ArticleBody.of(markdown, SITE);
	}

	private static String resource(String name) throws IOException {
		try (InputStream file = Objects.requireNonNull(ArticleBodyTests.class.getResourceAsStream(name), name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
