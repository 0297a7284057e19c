package io.broadsheet.store;

/** A document that cannot be put back from an {@link Archive}, and why, in a sentence. */
public class UnfitDocument extends Exception {

	/**
	 * @param reason why it cannot be put back
	 */
	public UnfitDocument(String reason) {
		super(reason);
	}

}
