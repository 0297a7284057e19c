package io.broadsheet.topic;

/** What kind of thing a topic is. */
public enum TopicKind {

	/** A field or a matter. */
	SUBJECT,
	/** Somebody. */
	PERSON,
	/** A company, party, authority, club or the like. */
	ORGANIZATION,
	/** Somewhere. */
	PLACE,
	/** Something that happens or happened. */
	EVENT

}
