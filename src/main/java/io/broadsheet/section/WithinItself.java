package io.broadsheet.section;

/** A section was to be moved into itself or into what is within it. */
public final class WithinItself extends RuntimeException {

	private static final long serialVersionUID = 1;

	WithinItself() {
		super("A section would be within itself");
	}

}
