package io.broadsheet.intake;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A folder has files that no export has written, which an export would not want to be
 * mixed with.
 */
public class NotAnExport extends IOException {

	private static final long serialVersionUID = 1;

	NotAnExport(Path folder, String file) {
		super("The folder %s has other files in it, such as %s. Choose an empty one, or say --overwrite."
			.formatted(folder, file));
	}

}
