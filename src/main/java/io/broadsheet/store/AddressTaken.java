package io.broadsheet.store;

/** A slug belongs to another document of the collection, or did earlier. */
public final class AddressTaken extends RuntimeException {

	private static final long serialVersionUID = 1;

	AddressTaken(Throwable cause) {
		super("A slug belongs to another document", cause);
	}

}
