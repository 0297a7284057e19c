package io.broadsheet.store;

/** The store cannot be used as it is set, and trying again would not help. */
public final class UnusableStore extends RuntimeException {

	private static final long serialVersionUID = 1;

	/**
	 * @param message one sentence that says what to do, without a secret
	 * @param cause what showed it, for the log
	 */
	UnusableStore(String message, Throwable cause) {
		super(message, cause);
	}

}
