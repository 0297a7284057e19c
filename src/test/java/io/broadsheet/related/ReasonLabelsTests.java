package io.broadsheet.related;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonLabelsTests {

	@Test
	void reasonsReadAsPeopleWouldSayThem() {
		ReasonLabels english = ReasonLabels.of("en-GB");
		assertThat(english.topics(List.of("287(g) program", "Ron DeSantis")))
			.isEqualTo("Also about 287(g) program and Ron DeSantis");
		assertThat(english.topics(List.of("a", "b", "c", "d"))).isEqualTo("Also about a, b and c");
		assertThat(english.phrases(List.of("city commissioners"))).isEqualTo("Both mention “city commissioners”");
		assertThat(ReasonLabels.of("de").authors(List.of("Mara"))).isEqualTo("Ebenfalls von Mara");
		assertThat(ReasonLabels.of("fr").phrases(List.of("le port"))).isEqualTo("Les deux mentionnent « le port »");
		assertThat(ReasonLabels.of("es-MX").section("Puerto")).isEqualTo("También en Puerto");
		assertThat(ReasonLabels.of("ja").pick()).isEqualTo("Picked by the editors");
	}

}
