package io.broadsheet.search;

/** The index's fields that lists and searches use. */
final class FieldNames {

	/** The article's id: indexed, and its value per document. */
	static final String ID = "id";

	/** What tells one state of the article from another: its value per document. */
	static final String VERSION = "version";

	static final String SECTION = "section";

	static final String AUTHOR = "author";

	static final String TOPIC = "topic";

	/**
	 * The language's tag and all shorter ones that it matches: {@code pt-br} and
	 * {@code pt}.
	 */
	static final String LANGUAGE = "language";

	/** The language whose analysis the article's text went through. */
	static final String ANALYSIS = "analysis";

	static final String PUBLISHED_AT = "publishedAt";

	static final String UPDATED_AT = "updatedAt";

	/** The year of publication in the newsroom's time zone. */
	static final String YEAR = "year";

	/** The headline's collation key, by which lists are ordered. */
	static final String HEADLINE_KEY = "headlineKey";

	static final String HEADLINE = "headline";

	static final String BRIEF = "brief";

	static final String BODY = "body";

	/** The terms of all of an article's text, each with its score. */
	static final String TEXT = "text";

	/** The beginnings of the headline's words. */
	static final String HEADLINE_STARTS = "headlineStarts";

	private FieldNames() {
	}

}
