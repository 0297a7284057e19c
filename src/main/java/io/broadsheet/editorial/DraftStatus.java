package io.broadsheet.editorial;

/** How far a story is on its way from the first word to the page, and off it again. */
enum DraftStatus {

	/** It is being written. */
	DRAFT,
	/** Its writer is done, and somebody else reads it. */
	IN_REVIEW,
	/** It will be published at its time. */
	SCHEDULED,
	/** Readers can read it. */
	PUBLISHED,
	/** Readers could read it, and no longer can. */
	WITHDRAWN;

	/** Whether it has something that was not published yet. */
	boolean isOpen() {
		return this == DRAFT || this == IN_REVIEW || this == SCHEDULED;
	}

	/** As it stands in a sentence. */
	String inWords() {
		return switch (this) {
			case DRAFT -> "being written";
			case IN_REVIEW -> "in review";
			case SCHEDULED -> "scheduled";
			case PUBLISHED -> "published";
			case WITHDRAWN -> "withdrawn";
		};
	}

}
