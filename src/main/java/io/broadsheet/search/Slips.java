package io.broadsheet.search;

/** Where words count that another can be a slip of. */
enum Slips {

	NOWHERE, IN_HEADLINES, ANYWHERE

}
