package io.broadsheet.access;

import org.jspecify.annotations.Nullable;

/** A key of the gateway's own cannot be used, and trying again would not help. */
final class UnusableKey extends RuntimeException {

	private static final long serialVersionUID = 1;

	/**
	 * @param message one sentence that says what to do
	 * @param cause what showed it, for the log
	 */
	UnusableKey(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
