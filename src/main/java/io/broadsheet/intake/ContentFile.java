package io.broadsheet.intake;

import java.nio.file.Path;

/**
 * A file to take in.
 *
 * @param path where it is
 * @param name what people are told it is called: the path as they gave it, and on from
 * there
 * @param root the folder that its section's folders are counted from
 * @param kind what is in it
 * @param size how many bytes it has
 */
record ContentFile(Path path, String name, Path root, Kind kind, long size) {

	/** What a file has in it, in the order in which files are read. */
	enum Kind {

		/** A picture of an export. */
		PICTURE,
		/** Sections, a line each. */
		SECTIONS,
		/** Authors, a line each. */
		AUTHORS,
		/** Topics, a line each. */
		TOPICS,
		/** Lines that say themselves what they are. */
		MIXED,
		/** A section, in Markdown. */
		SECTION_PAGE,
		/** Articles, a line each. */
		ARTICLES,
		/** An article, in Markdown. */
		ARTICLE_PAGE

	}

}
