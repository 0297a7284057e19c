package io.broadsheet.gateway;

/** Which documents readers may send. Editors may send all. */
enum DocumentMode {

	/** Any. */
	OFF,
	/** Any, and one that is not trusted is told to the log. */
	LOG_UNKNOWN,
	/** Those that are trusted. */
	ONLY_KNOWN,
	/** Those that are trusted, and by their ids alone. */
	REQUIRE_ID

}
