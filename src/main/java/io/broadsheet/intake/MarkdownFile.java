package io.broadsheet.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of Markdown with front matter.
 *
 * @param frontMatter what the front matter says
 * @param body the text below it
 * @param bodyLine the line that the text begins on
 */
record MarkdownFile(FrontMatter frontMatter, String body, int bodyLine) {

	/**
	 * How large a file may be, in bytes: the longest body and the longest front matter in
	 * any script.
	 */
	static final int MAX_SIZE = 5 * 1024 * 1024;

	private static final Pattern YAML_END = Pattern.compile("(?m)^(---|\\.\\.\\.)[ \\t]*$");

	private static final Pattern TOML_END = Pattern.compile("(?m)^\\+\\+\\+[ \\t]*$");

	/** Whether a text begins with front matter. */
	static boolean hasFrontMatter(String text) {
		return text.startsWith("---") || text.startsWith("+++");
	}

	/**
	 * Takes a file apart.
	 * @param text the file's text, with line feeds as the lines' ends
	 * @throws Refused if there is no front matter or it cannot be read
	 */
	static MarkdownFile read(String text) throws Refused {
		if (text.isBlank()) {
			throw new Refused(1, "The file is empty.");
		}
		if (!hasFrontMatter(text)) {
			throw new Refused(1, "There is no front matter: the first line must be --- (for YAML) or +++ (for TOML).");
		}
		int start = text.indexOf('\n') + 1;
		boolean toml = text.startsWith("+++");
		String opening = ((start > 0) ? text.substring(0, start) : text).strip();
		if (!opening.equals(toml ? "+++" : "---")) {
			throw new Refused(1, "The first line must be --- (for YAML) or +++ (for TOML) and nothing else.");
		}
		Matcher end = (toml ? TOML_END : YAML_END).matcher(text);
		if (start == 0 || !end.find(start)) {
			throw new Refused(1, "The front matter has no end: a line " + opening + " must close it.");
		}
		String said = text.substring(start, end.start());
		if (said.length() > FrontMatter.MAX_LENGTH) {
			throw new Refused(1, "The front matter has %,d characters; at most %,d are taken.".formatted(said.length(),
					FrontMatter.MAX_LENGTH));
		}
		int bodyStart = Math.min(text.length(), end.end() + 1);
		while (bodyStart < text.length() && text.charAt(bodyStart) == '\n') {
			bodyStart++;
		}
		int bodyLine = 1 + Math.toIntExact(text.substring(0, bodyStart).chars().filter((c) -> c == '\n').count());
		return new MarkdownFile(toml ? TomlFrontMatter.read(said, 2) : YamlFrontMatter.read(said, 2),
				text.substring(bodyStart).stripTrailing(), bodyLine);
	}

}
