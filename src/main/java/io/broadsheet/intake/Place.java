package io.broadsheet.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where an article is, and what that tells of it.
 *
 * @param file the file's name for messages
 * @param line the line that it begins on
 * @param folder the folder that it is in, from which it names other files
 * @param folders the folders that tell its section
 * @param name the file's name without what else it tells; empty if it tells nothing
 * @param date the date in the file's name
 * @param language the language in the file's name
 * @param isMarkdown whether it is a file of its own, in Markdown
 */
record Place(String file, int line, Path folder, List<String> folders, String name, @Nullable LocalDate date,
		@Nullable String language, boolean isMarkdown) {
}
