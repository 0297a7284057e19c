package io.broadsheet.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/** Front matter in TOML. Its dates and times are kept as they are written. */
final class TomlFrontMatter {

	private static final TomlMapper MAPPER = new TomlMapper(TomlFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(FrontMatter.MAX_DEPTH)
			.maxStringLength(FrontMatter.MAX_LENGTH)
			.build())
		.build());

	private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {
	};

	private static final Pattern NAME = Pattern.compile("\\s*[\"']?([\\w-]+)[\"']?\\s*=.*");

	private static final Pattern TABLE = Pattern.compile("\\s*\\[+\\s*([\\w-]+).*");

	private TomlFrontMatter() {
	}

	/**
	 * Reads front matter.
	 * @param toml its text
	 * @param firstLine the line in the file that it begins on
	 * @throws Refused if it is not TOML
	 */
	static FrontMatter read(String toml, int firstLine) throws Refused {
		try {
			Map<String, Object> values = PlainValues.ofMap(MAPPER.readValue(toml, VALUES));
			return new FrontMatter(values, lines(toml, firstLine), firstLine);
		}
		catch (JacksonException ex) {
			int line = (ex.getLocation() != null) ? Math.max(1, ex.getLocation().getLineNr()) : 1;
			throw new Refused(firstLine + line - 1, "The front matter is not TOML: " + ex.getOriginalMessage() + ".");
		}
	}

	private static Map<String, Integer> lines(String toml, int firstLine) {
		Map<String, Integer> lines = new HashMap<>();
		boolean atTop = true;
		int number = firstLine;
		for (String line : toml.split("\n", -1)) {
			Matcher table = TABLE.matcher(line);
			Matcher name = NAME.matcher(line);
			if (table.matches()) {
				atTop = false;
				lines.putIfAbsent(table.group(1), number);
			}
			else if (atTop && name.matches()) {
				lines.putIfAbsent(name.group(1), number);
			}
			number++;
		}
		return lines;
	}

}
