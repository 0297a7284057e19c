package io.broadsheet.article;

import java.net.URI;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import io.broadsheet.graph.Problem;
import io.broadsheet.graph.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExcerptTests {

	private static final Site SITE = new Site(URI.create("https://paper.example"), "Paper", ZoneId.of("UTC"));

	private final ArticleBodyController controller = new ArticleBodyController();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			One two three.                        | 3 | One two three.
			One two three.                        | 2 | One two…
			One, two, three                       | 1 | One…
			In a tightly contested 3-2 vote, it   | 6 | In a tightly contested 3-2 vote…
			This whole-of-government approach     | 2 | This whole-of-government…
			Under the 287(g) program              | 3 | Under the 287(g)…
			Miami’s 1,120 arrests                 | 2 | Miami’s 1,120…
			“Stop!” she said                      | 1 | “Stop!”…
			東京は日本の首都です。人口は多い。              | 3 | 東京は日本…
			ภาษาไทยเป็นภาษา                       | 1 | ภาษา…
			서울은 한국의 수도이다                       | 2 | 서울은 한국의…
			""")
	void cutsAtAWordsEnd(String text, int words, String excerpt) {
		assertThat(body(text).excerpt(words)).isEqualTo(excerpt);
	}

	@Test
	void takesRunningTextAlone() {
		ArticleBody body = body("# Title\n\n![Boat](b.png)\n\nOne\ntwo\n\n- three\n\n    code\n\n> four");
		assertThat(body.excerpt(50)).isEqualTo("One two three code four");
		assertThat(body("# Title").excerpt(50)).isEqualTo("Title");
	}

	@Test
	void hasFiftyWordsIfNobodySaysOtherwise() {
		assertThat(this.controller.excerpt(body("word ".repeat(80)), null).split(" ")).hasSize(50);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 1001, Integer.MAX_VALUE, Integer.MIN_VALUE })
	void absurdLengthIsRefusedByName(int words) {
		assertThatExceptionOfType(Problem.BadUserInput.class)
			.isThrownBy(() -> this.controller.excerpt(body("word"), words))
			.withMessageContaining("1 to 1000")
			.satisfies((problem) -> assertThat(problem.argumentPath()).containsExactly("words"));
	}

	@Test
	void neverCutsWithinAWord() {
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
		List<String> words = List.of("a", "don't", "co-op", "1,120", "3.5%", "Miami’s", "naïve", "U.S.", "x@y.example",
				"слово", "한국어", "287(g)", "(so)", "\"quoted\"", "—", "Ünïcode", "e\u0301te\u0301");
		for (int round = 0; round < 500; round++) {
			List<String> chosen = random.ints(random.nextInt(1, 40), 0, words.size()).mapToObj(words::get).toList();
			Set<String> bare = new HashSet<>(chosen.stream().map(ExcerptTests::bare).toList());
			String excerpt = body(String.join(" ", chosen)).excerpt(random.nextInt(1, 45));
			assertThat(Arrays.stream(excerpt.split(" ")).map(ExcerptTests::bare)).allMatch(bare::contains);
		}
	}

	private static String bare(String word) {
		return word.replaceAll("[.…]+$", "");
	}

	private static ArticleBody body(String markdown) {
		return ArticleBody.of(markdown, SITE);
	}

}
