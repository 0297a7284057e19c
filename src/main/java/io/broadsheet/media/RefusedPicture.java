package io.broadsheet.media;

/**
 * The answer to a file that the gateway does not take in as a picture. Its message is a
 * sentence for the person who chose the file.
 */
public class RefusedPicture extends Exception {

	private static final long serialVersionUID = 1;

	private final Reason reason;

	RefusedPicture(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	/** Why it was refused. */
	public Reason reason() {
		return this.reason;
	}

	/** The kinds of reasons. */
	public enum Reason {

		/** It has more bytes or pixels than are taken. */
		TOO_LARGE,

		/** Its content is none of the kinds of pictures that browsers show. */
		NOT_A_PICTURE,

		/** It is cut off, says no size, or is not what its first bytes say. */
		DAMAGED,

		/** It could run a script or load something from elsewhere. */
		UNSAFE

	}

}
