package io.broadsheet.gateway;

import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The documents that clients are trusted with.
 *
 * @param folder the folder of their files, null if there are none
 * @param mode which documents readers may send
 */
@ConfigurationProperties("broadsheet.documents")
record DocumentSettings(@Nullable Path folder, @DefaultValue("off") DocumentMode mode) {

	DocumentSettings {
		folder = (folder != null && !folder.toString().isEmpty()) ? folder : null;
		if (folder != null && !Files.isDirectory(folder)) {
			throw new IllegalArgumentException(
					"broadsheet.documents.folder is \"%s\", but no such folder is there.".formatted(folder));
		}
		if (folder == null && mode != DocumentMode.OFF && mode != DocumentMode.LOG_UNKNOWN) {
			throw new IllegalArgumentException(
					"broadsheet.documents.mode would refuse all readers; set broadsheet.documents.folder to the folder of the trusted documents.");
		}
	}

}
