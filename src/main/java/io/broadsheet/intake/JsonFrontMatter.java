package io.broadsheet.intake;

import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A line of NDJSON, which says the same things as front matter in one JSON object. */
final class JsonFrontMatter {

	/**
	 * How long a line may be: a body of the greatest length with every quote escaped, and
	 * room beside it.
	 */
	static final int MAX_LINE = 4 * 1024 * 1024;

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(FrontMatter.MAX_DEPTH)
				.maxStringLength(MAX_LINE)
				.maxNumberLength(100)
				.build())
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {
	};

	private JsonFrontMatter() {
	}

	/**
	 * Reads a line.
	 * @param json its text
	 * @param line its number
	 * @throws Refused if it is no JSON object
	 */
	static FrontMatter read(String json, int line) throws Refused {
		if (!json.stripLeading().startsWith("{")) {
			throw new Refused(line, "This line is no JSON object.");
		}
		try {
			return new FrontMatter(PlainValues.ofMap(MAPPER.readValue(json, VALUES)), Map.of(), line);
		}
		catch (JacksonException ex) {
			throw new Refused(line, "This line is not JSON: " + ex.getOriginalMessage().lines().findFirst().orElse("")
					+ " (character " + ((ex.getLocation() != null) ? ex.getLocation().getColumnNr() : 1) + ").");
		}
	}

}
