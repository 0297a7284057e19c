package io.broadsheet.article;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import io.broadsheet.graph.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingTimeTests {

	private static final ReadingPace PACE = new ReadingPace(200);

	@Test
	void articlePageTakesThreeMinutes() throws IOException {
		String page = resource("article-page.md");
		int bodyStart = page.indexOf("In a tightly");
		int commentStart = page.indexOf("Miami’s diving");
		Site site = new Site(URI.create("https://paper.example"), "Paper", ZoneId.of("UTC"));
		ArticleBody body = ArticleBody.of(page.substring(bodyStart, commentStart), site);
		ReadingLoad load = ReadingLoad
			.of(List.of(page.substring(0, bodyStart), body.text(), page.substring(commentStart)), 1);
		assertThat(PACE.timeFor(load)).isEqualTo(new ReadingTime(3, 423, "3 min read"));
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 1", "1, 0, 1", "200, 0, 1", "201, 0, 2", "400, 0, 2", "0, 1, 1", "188, 1, 2", "0, 5, 1",
			"0, 6, 1", "0, 7, 2", "0, 10, 2", "0, 100, 6" })
	void isRoundedUpAndAtLeastOne(int words, int pictures, int minutes) {
		assertThat(PACE.timeFor(new ReadingLoad(words, 0, 0, pictures)).minutes()).isEqualTo(minutes);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Hello, world! 3-2 — it’s 1,120. | 5 | 0 | 0
			東京は日本の首都です。                | 0 | 6 | 10
			东京是日本的首都。                   | 0 | 5 | 8
			ภาษาไทย                         | 0 | 2 | 7
			서울은 한국의 수도이다                 | 3 | 0 | 0
			2025年にGoogleが                 | 2 | 3 | 3
			𠮷野家                            | 0 | 2 | 3
			… — ! 🎉                        | 0 | 0 | 0
			""")
	void wordsAreCountedInEveryScript(String text, int words, int unspacedWords, int unspacedCharacters) {
		assertThat(ReadingLoad.of(List.of(text), 0))
			.isEqualTo(new ReadingLoad(words, unspacedWords, unspacedCharacters, 0));
	}

	@Test
	void scriptsWithoutSpacesAreReadByCharacters() {
		ReadingTime time = PACE.timeFor(ReadingLoad.of(List.of("首都".repeat(500), "word ".repeat(100)), 0));
		assertThat(time.minutes()).isEqualTo(3);
		assertThat(time.words()).isGreaterThan(500);
	}

	@Test
	void nothingToReadStillTakesAMinute() {
		assertThat(PACE.timeFor(ReadingLoad.of(List.of("", " "), 0))).isEqualTo(new ReadingTime(1, 0, "1 min read"));
	}

	private static String resource(String name) throws IOException {
		try (InputStream file = Objects.requireNonNull(ReadingTimeTests.class.getResourceAsStream(name), name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
