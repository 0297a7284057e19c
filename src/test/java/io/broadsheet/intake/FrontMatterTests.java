package io.broadsheet.intake;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FrontMatterTests {

	@Test
	void yamlAndTomlSayTheSame() throws Refused {
		Map<String, Object> yaml = YamlFrontMatter.read("""
				title: "A: B"
				weight: 3
				ratio: 0.5
				draft: false
				date: 2026-05-14T08:30:00Z
				tags: [one, two]
				cover: {src: a.svg, alt: "An A"}
				""", 2).values();
		Map<String, Object> toml = TomlFrontMatter.read("""
				title = "A: B"
				weight = 3
				ratio = 0.5
				draft = false
				date = 2026-05-14T08:30:00Z
				tags = ["one", "two"]
				[cover]
				src = "a.svg"
				alt = "An A"
				""", 2).values();

		assertThat(yaml).isEqualTo(toml)
			.containsEntry("title", "A: B")
			.containsEntry("weight", 3)
			.containsEntry("ratio", 0.5)
			.containsEntry("draft", false)
			.containsEntry("date", "2026-05-14T08:30:00Z")
			.containsEntry("tags", List.of("one", "two"))
			.containsEntry("cover", Map.of("src", "a.svg", "alt", "An A"));
	}

	@ParameterizedTest
	@CsvSource({ "007", "1.10", "+5", "0x1F", "1e3", "1_000", "99999999999999999999", ".inf", "NaN", "2026-05-14", "no",
			"12:30" })
	void whatDoesNotPrintAsItWasWrittenStaysText(String word) throws Refused {
		assertThat(YamlFrontMatter.read("slug: " + word, 2).values()).containsEntry("slug", word);
	}

	@Test
	void nothingSaysNothing() throws Refused {
		assertThat(YamlFrontMatter.read("a:\nb: ~\nc: null\nd: [~, x]\ne: ''", 2).values())
			.containsExactly(Map.entry("d", List.of("x")), Map.entry("e", ""));
		assertThat(YamlFrontMatter.read("", 2).values()).isEmpty();
		assertThat(YamlFrontMatter.read("# only a remark", 2).values()).isEmpty();
	}

	@Test
	void everyNameHasItsLine() throws Refused {
		FrontMatter yaml = YamlFrontMatter.read("title: A\n\n# a remark\ntags:\n  - x\ndate: b", 2);
		assertThat(yaml.lines()).containsExactlyInAnyOrderEntriesOf(Map.of("title", 2, "tags", 5, "date", 7));
		FrontMatter toml = TomlFrontMatter.read("title = 'A'\n\ndate = 'b'\n[extra]\ndate = 'c'", 2);
		assertThat(toml.lines()).containsExactlyInAnyOrderEntriesOf(Map.of("title", 2, "date", 4, "extra", 5));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a: [1, 2                      | 2 | not YAML
			title: x\\n\\tb: c            | 3 | not YAML
			a: b: c                       | 2 | not YAML
			- a                           | 2 | lines such as
			just words                    | 2 | lines such as
			a: 1\\na: 2                   | 3 | there twice
			x:\\n  a: 1\\n  a: 2          | 4 | there twice
			a: &x [1]\\nb: *x             | 3 | An alias
			? [a]\\n: b                   | 2 | must be a word
			a: !!java.net.URL [x          | 2 | not YAML
			a: b\\n---\\nc: d             | 2 | one YAML document
			""")
	void malformedYamlIsToldByLine(String yaml, int line, String reason) {
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> YamlFrontMatter.read(yaml.replace("\\n", "\n").replace("\\t", "\t"), 2))
			.satisfies((ex) -> assertThat(ex.line()).as(ex.reason()).isEqualTo(line))
			.withMessageContaining(reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a = [1, 2                     | 2
			a = 1\\na = 2                 | 3
			a = 1\\nb = \\nc = 2          | 3
			title: x                      | 2
			""")
	void malformedTomlIsToldByLine(String toml, int line) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> TomlFrontMatter.read(toml.replace("\\n", "\n"), 2))
			.satisfies((ex) -> assertThat(ex.line()).as(ex.reason()).isEqualTo(line))
			.withMessageContaining("not TOML");
	}

	@Test
	void anAliasBombDoesNotUnfold() {
		String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]";
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> YamlFrontMatter.read(bomb, 2))
			.withMessageContaining("An alias");
	}

	@Test
	void deepNestingEndsNoStack() {
		String deep = "[".repeat(100_000);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> YamlFrontMatter.read("a: " + deep, 2))
			.withMessageContaining("nested more than 20 levels");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> TomlFrontMatter.read("a = " + deep, 2));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> JsonFrontMatter.read("{\"a\":" + "[".repeat(100_000) + "}", 1));
	}

	@Test
	void aTagNamesNoTypeOfTheProgram() throws Refused {
		assertThat(YamlFrontMatter.read("a: !!javax.script.ScriptEngineManager [x]\nb: !!int '5'", 2).values())
			.isEqualTo(Map.of("a", List.of("x"), "b", "5"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"a":1,"a":2}     | Duplicate
			{"a":1} {"b":2}   | not JSON
			{"a":             | not JSON
			[1,2]             | no JSON object
			hello             | no JSON object
			{'a':1}           | not JSON
			""")
	void malformedJsonIsTold(String json, String reason) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> JsonFrontMatter.read(json, 7))
			.satisfies((ex) -> assertThat(ex.line()).isEqualTo(7))
			.withMessageContaining(reason);
	}

}
