package io.broadsheet.intake;

import java.util.Map;

/**
 * What a file says about its content: names with texts, numbers, truth values, lists and
 * maps of them.
 *
 * @param values the values by name, in the file's order
 * @param lines the line of each name at the top
 * @param firstLine the line that it begins on
 */
record FrontMatter(Map<String, Object> values, Map<String, Integer> lines, int firstLine) {

	/**
	 * How deep lists and maps may be nested, which is far less than what BSON can hold.
	 */
	static final int MAX_DEPTH = 20;

	/** How long front matter may be, in characters. */
	static final int MAX_LENGTH = 256 * 1024;

	/** The line of a name, or the first one if it is not there. */
	int line(String name) {
		return this.lines.getOrDefault(name, this.firstLine);
	}

}
