package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.List;

import io.broadsheet.graph.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FieldReaderTests {

	private final List<UserError> errors = new ArrayList<>();

	private final FieldReader fields = new FieldReader(this.errors);

	@Test
	void aLineIsOneLine() {
		assertThat(this.fields.line("  Two \n\t lines\u2028", "headline", 9)).isEqualTo("Two lines");
		assertThat(this.fields.line(" \n ", "headline", 9)).isNull();
		assertThat(this.errors).isEmpty();
	}

	@Test
	void charactersAreCountedAsPeopleSeeThem() {
		assertThat(this.fields.text("😀😀", "brief", 2)).isEqualTo("😀😀");
		assertThat(this.errors).isEmpty();
		this.fields.text("😀😀😀", "brief", 2);
		assertThat(this.errors).containsExactly(new UserError.InvalidInput(
				"The brief has 3 characters; at most 2 are taken.", List.of("input", "brief")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "has\0nothing", "half \ud83d of it" })
	void whatIsNoTextIsRefused(String text) {
		this.fields.markdown(text, "markdown", 100);

		assertThat(this.errors).hasSize(1);
	}

}
