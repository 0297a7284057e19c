package io.broadsheet.intake;

/** Is told how an import goes. */
public interface ImportListener {

	/**
	 * Something was not taken in; the rest is.
	 * @param source where it is
	 * @param reason why, a sentence
	 */
	void refused(Source source, String reason);

	/**
	 * The import went on.
	 * @param bytes how many bytes of content were read
	 * @param allBytes how many there are
	 * @param articles how many articles are in
	 */
	void progress(long bytes, long allBytes, int articles);

}
