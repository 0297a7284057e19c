package io.broadsheet.intake;

/** How much of each thing is taken in; more than any newsroom writes. */
final class Limits {

	static final int HEADLINE = 300;

	static final int BRIEF = 2_000;

	/** In characters; what readers load and reading times are measured from. */
	static final int BODY = 1_000_000;

	static final int COMMENT = 20_000;

	static final int CORRECTION = 5_000;

	static final int NAME = 200;

	static final int ABOUT = 5_000;

	static final int AUTHORS = 50;

	static final int TOPICS = 50;

	static final int PICKS = 20;

	static final int CORRECTIONS = 100;

	static final int ADDRESSES = 100;

	static final int ADDRESS = 1_000;

	static final int ALIASES = 50;

	private Limits() {
	}

}
