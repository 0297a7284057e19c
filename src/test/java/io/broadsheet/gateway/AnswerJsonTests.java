package io.broadsheet.gateway;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerJsonTests {

	@Test
	void everythingThatAnswersConsistOfIsWrittenAsTheMapperWritesIt() {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("text", "“Quoted” \"quoted\" \\ \n \u0001 😀 é");
		answer.put("nothing", null);
		answer.put("numbers",
				List.of(1, -2L, 2.5, Float.NaN, new BigDecimal("12345678901234567890.5"), Integer.MAX_VALUE));
		answer.put("truths", Arrays.asList(true, null, false));
		answer.put("nested", Map.of("list", List.of(Map.of("a", List.of())), "set", Set.of("one")));
		answer.put("bytes", new byte[] { 1, 2, 3 });
		answer.put("array", new String[] { "a" });
		assertThat(new String(AnswerJson.write(answer), StandardCharsets.UTF_8))
			.isEqualTo(JsonMapper.builder().build().writeValueAsString(answer));
	}

}
