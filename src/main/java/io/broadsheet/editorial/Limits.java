package io.broadsheet.editorial;

/** How much of each thing is taken in; more than any newsroom writes. */
public final class Limits {

	/** A headline, in characters. */
	public static final int HEADLINE = 300;

	/** A brief, in characters. */
	public static final int BRIEF = 2_000;

	/** A body, in characters; what readers load and reading times are measured from. */
	public static final int BODY = 1_000_000;

	/** An editor's comment, in characters. */
	public static final int COMMENT = 20_000;

	/** The text of a correction, in characters. */
	public static final int CORRECTION = 5_000;

	/** Why an article was withdrawn, in characters. */
	public static final int REASON = 2_000;

	/** A name of an author, topic or section, in characters. */
	public static final int NAME = 200;

	/** A description or a biography, in characters. */
	public static final int ABOUT = 5_000;

	/** Authors of an article. */
	public static final int AUTHORS = 50;

	/** Topics of an article. */
	public static final int TOPICS = 50;

	/** Articles that are pinned beside another. */
	public static final int PICKS = 20;

	/** Corrections of an article. */
	public static final int CORRECTIONS = 100;

	/** Earlier addresses of an article. */
	public static final int ADDRESSES = 100;

	/** An earlier address, in characters. */
	public static final int ADDRESS = 1_000;

	/** Other names of a topic. */
	public static final int ALIASES = 50;

	private Limits() {
	}

}
