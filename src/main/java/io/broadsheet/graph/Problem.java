package io.broadsheet.graph;

import java.util.List;

/**
 * Something that a client can be told: what went wrong, in words that a person can act
 * on, and a code from the ecosystem's vocabulary that a program can act on. Thrown
 * anywhere below a controller, it becomes a located GraphQL error.
 */
public abstract sealed class Problem extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final String code;

	private final String message;

	private Problem(String code, String message) {
		super(message);
		this.code = code;
		this.message = message;
	}

	/** The value of {@code extensions.code}. */
	public String code() {
		return this.code;
	}

	/** What is wrong, and what would be right, for a person. */
	@Override
	public String getMessage() {
		return this.message;
	}

	/** The client sent something that cannot be answered as it stands. */
	public static final class BadUserInput extends Problem {

		private static final long serialVersionUID = 1;

		private final List<String> argumentPath;

		/**
		 * @param message what is wrong and what would be right
		 * @param argumentPath where it is, from the field's argument inwards; empty if it
		 * is the request as a whole
		 */
		public BadUserInput(String message, String... argumentPath) {
			super("BAD_USER_INPUT", message);
			this.argumentPath = List.of(argumentPath);
		}

		/** The way from the field's argument to the wrong value. */
		public List<String> argumentPath() {
			return this.argumentPath;
		}

	}

	/** What was asked for is not there, where its absence cannot be a null. */
	public static final class NotFound extends Problem {

		private static final long serialVersionUID = 1;

		/**
		 * @param message what was looked for
		 */
		public NotFound(String message) {
			super("NOT_FOUND", message);
		}

	}

	/** Whoever asks has proved who they are, or nothing, and may not have this. */
	public static final class Forbidden extends Problem {

		private static final long serialVersionUID = 1;

		/**
		 * @param message what was asked for, and which permission it needs
		 */
		public Forbidden(String message) {
			super("FORBIDDEN", message);
		}

	}

	/** Whoever asks claims to be somebody, and that is not so or cannot be found out. */
	public static final class Unauthenticated extends Problem {

		private static final long serialVersionUID = 1;

		private final boolean temporary;

		private Unauthenticated(String message, boolean temporary) {
			super("UNAUTHENTICATED", message);
			this.temporary = temporary;
		}

		/**
		 * The claim is wrong, and stays so.
		 * @param message why
		 */
		public static Unauthenticated because(String message) {
			return new Unauthenticated(message, false);
		}

		/**
		 * The claim cannot be checked now; the same request may succeed later.
		 * @param message why
		 */
		public static Unauthenticated forNow(String message) {
			return new Unauthenticated(message, true);
		}

		/** Whether the same request may succeed later. */
		public boolean isTemporary() {
			return this.temporary;
		}

	}

	/** The operation was stopped: it took too long, or its client is gone. */
	public static final class Stopped extends Problem {

		private static final long serialVersionUID = 1;

		/** It is not worth going on. */
		public Stopped() {
			super("TIMEOUT", "The operation was stopped before this was found out.");
		}

	}

	/** The store does not answer; the same request may succeed later. */
	public static final class StoreUnavailable extends Problem {

		private static final long serialVersionUID = 1;

		/** The store cannot be reached now. */
		public StoreUnavailable() {
			super("STORE_UNAVAILABLE", "The content store is not answering just now. Please try again shortly.");
		}

	}

}
