package io.broadsheet.intake;

/**
 * The answer to content that cannot be taken in. Its message is a sentence for the person
 * whose file it is.
 */
class Refused extends Exception {

	private static final long serialVersionUID = 1;

	private final int line;

	/**
	 * @param line the line in the file, from 1
	 * @param reason what is wrong there
	 */
	Refused(int line, String reason) {
		super(reason);
		this.line = line;
	}

	/** The line in the file, from 1. */
	int line() {
		return this.line;
	}

	/** What is wrong there. */
	String reason() {
		return String.valueOf(getMessage());
	}

}
