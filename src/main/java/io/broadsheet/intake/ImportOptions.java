package io.broadsheet.intake;

/**
 * How content is taken in.
 *
 * @param language the language of articles that do not say theirs, as BCP 47 writes it
 * @param future whether articles that are dated later than now are taken in too
 */
public record ImportOptions(String language, boolean future) {

	/** English, and nothing from the future. */
	public static final ImportOptions DEFAULT = new ImportOptions("en", false);

}
