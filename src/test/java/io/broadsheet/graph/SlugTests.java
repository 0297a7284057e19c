package io.broadsheet.graph;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Miami’s ICE Deal: Safety vs. Sanctuary  | miamis-ice-deal-safety-vs-sanctuary
			Größe zählt, über Straßen               | groesse-zaehlt-ueber-strassen
			Ça va, l'été à Orléans ?                | ca-va-lete-a-orleans
			Москва встречает весну                  | moskva-vstrecaet-vesnu
			東京の春                                  | dong-jingno-chun
			العربية                                 | al-rbyt
			50 % off & more — now!                  | 50-off-more-now
			""")
	void aSlugIsMadeOfAHeadlineInAnyScript(String headline, String slug) {
		assertThat(Slug.from(headline, "story")).isEqualTo(slug);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "🎉🎉", "!?", "   " })
	void aHeadlineWithoutALetterHasTheFallback(String headline) {
		assertThat(Slug.from(headline, "story")).isEqualTo("story");
	}

	@Test
	void aLongOneIsCutAtAWordsEnd() {
		String slug = Slug.from("word ".repeat(40), "story");

		assertThat(slug).hasSizeLessThanOrEqualTo(Slug.MADE_LENGTH).endsWith("word").startsWith("word-word");
	}

	@Test
	void theFirstFreeOneIsTaken() {
		assertThat(Slug.free("bridge", Set.of("bridge", "bridge-2")::contains)).isEqualTo("bridge-3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/bridge", "a b", "-bridge", "brücke", "a/b", "a?b" })
	void whatWouldNotStandInAnAddressIsNone(String slug) {
		assertThat(Slug.isValid(slug)).isFalse();
	}

}
