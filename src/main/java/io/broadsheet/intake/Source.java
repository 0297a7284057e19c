package io.broadsheet.intake;

/**
 * A place in a file, as a person is told of it.
 *
 * @param file the file's name, as it was reached from the path that was given
 * @param line the line, from 1
 */
public record Source(String file, int line) {

	/** File and line as editors and terminals link them. */
	@Override
	public String toString() {
		return this.file + ":" + this.line;
	}

}
