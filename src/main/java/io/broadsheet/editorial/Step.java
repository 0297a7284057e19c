package io.broadsheet.editorial;

/** Something that is done to a draft, each time making a new revision of it. */
enum Step {

	/** A draft is begun, or one that was published is taken up again. */
	CREATE("draftCreate", "taken up again"),
	/** Its content is changed. */
	UPDATE("draftUpdate", "changed"),
	/** It is given to somebody else to read. */
	SUBMIT("draftSubmit", "submitted"),
	/** It is given back to be changed. */
	RETURN("draftReturn", "returned to its writer"),
	/** It is given a time for its publication. */
	SCHEDULE("draftSchedule", "scheduled"),
	/** That time is taken from it. */
	UNSCHEDULE("draftUnschedule", "taken off the schedule"),
	/** Readers get it. */
	PUBLISH("draftPublish", "published"),
	/** It gets the content of an earlier revision. */
	RESTORE("draftRestore", "restored to an earlier revision"),
	/** What was not published of it is thrown away. */
	DISCARD("draftDiscard", "discarded"),
	/** Its article is taken from readers. */
	WITHDRAW("articleWithdraw", "withdrawn");

	private final String action;

	private final String participle;

	Step(String action, String participle) {
		this.action = action;
		this.participle = participle;
	}

	/** What it is called in histories: as the mutation that does it. */
	String action() {
		return this.action;
	}

	/** What a draft is afterwards, as it stands in a sentence. */
	String participle() {
		return this.participle;
	}

	static Step of(String action) {
		for (Step step : values()) {
			if (step.action.equals(action)) {
				return step;
			}
		}
		throw new IllegalStateException("There is no step \"%s\"".formatted(action));
	}

}
