package io.broadsheet.store;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** The store cannot be used as it is set, and trying again would not help. */
public final class UnusableStore extends RuntimeException {

	private static final long serialVersionUID = 1;

	/**
	 * @param message one sentence that says what to do, without a secret
	 * @param cause what showed it, for the log; null if it could have a secret in it
	 */
	UnusableStore(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/** The embedded store's file in a folder is not what was written. */
	static UnusableStore damaged(Path folder, Exception cause) {
		return new UnusableStore(("The embedded store in %s is damaged. Restore the folder from a backup,"
				+ " or move it away to begin with an empty store.")
			.formatted(folder.toAbsolutePath()), cause);
	}

}
