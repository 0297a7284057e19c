package io.broadsheet.article;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.broadsheet.graph.Site;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProseTests {

	private static final List<String> PIECES = List.of("The bridge reopens", "at *noon*", "**at last**", "***both***",
			"_under_score_", "snake_case", "`code  with  `", "``a ` b``", "[a link](https://example.org/a \"title\")",
			"[bad](javascript:alert(1))", "[ref]", "[ref]: https://example.org/ref", "https://example.org/bare",
			"www.example.org", "a@example.org", "~~gone~~", "~one~", "![alt](https://example.org/p.png)", "&amp;",
			"&#1;", "&nbsp;", "&#8195;", "&copy;", "\\*not emphasis\\*", "\\", "  ", " ", "\t", "\n", "\n", "\n\n",
			"\n\n", "  \n", "\\\n", "\n# ", "\n### ", "\n===\n", "\n---\n", "\n> ", "\n>> ", "\n- ", "\n  - ", "\n1. ",
			"\n7) ", "\n    ", "\n```\ncode\n```\n", "\n| a | b |\n|---|---|\n| 1 | 2 |\n", "[^1]", "\n[^1]: note\n",
			"東京都", "の新聞\n社", "北京", "é", "“quoted”", "…", "<b>", "</b>", "<br>", "<!-- x -->", "< 5", "5 > 4", "\u0000",
			"\u0007", "\u007f", "\u00a0", "\u2028", "\ud83d\ude00", "\r\n", "*", "**", "_", "[", "]", "(", ")", "!",
			"\"");

	private static final Site SITE = new Site(URI.create("https://paper.example/news"), "Paper", ZoneId.of("UTC"));

	@RepeatedTest(20)
	void textOfProseIsThatOfTheWholeBody(RepetitionInfo repetition) {
		RandomGenerator random = new Random(repetition.getCurrentRepetition());
		for (int i = 0; i < 1000; i++) {
			String markdown = markdown(random);
			assertThat(ArticleBody.textOf(markdown, SITE)).as(markdown)
				.isEqualTo(ArticleBody.of(markdown, SITE).text());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "One.\n\nTwo\nlines.", "# Heading\n\nText with *marks* and a [link](/there).",
			"> A quote.\n\n- one\n- two\n\n  and more", "東京\n大阪" })
	void proseIsReadWithoutHtml(String markdown) {
		assertThat(Prose.textOf(markdown)).isNotNull().isEqualTo(ArticleBody.of(markdown, SITE).text());
	}

	@ParameterizedTest
	@ValueSource(strings = { "A <b>tag</b>.", "![picture](/p.png)", "| a |\n|---|\n| 1 |", "    code", "---",
			"A note.[^1]\n\n[^1]: Here.", "~~gone~~", "&#1;" })
	void whatIsMoreThanProseIsNotReadSo(String markdown) {
		assertThat(Prose.textOf(markdown)).isNull();
	}

	@Test
	void whatNestsDeepIsNotReadSo() {
		String markdown = "*a **b ".repeat(60) + "c" + "** *".repeat(60);

		assertThat(ArticleBody.textOf(markdown, SITE)).isEqualTo(ArticleBody.of(markdown, SITE).text());
	}

	private static String markdown(RandomGenerator random) {
		return IntStream.range(0, random.nextInt(1, 14))
			.mapToObj((n) -> PIECES.get(random.nextInt(PIECES.size())))
			.collect(Collectors.joining(random.nextBoolean() ? " " : ""));
	}

}
