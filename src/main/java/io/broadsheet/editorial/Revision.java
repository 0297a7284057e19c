package io.broadsheet.editorial;

import java.time.Instant;
import java.util.List;

import io.broadsheet.graph.NodeId;

/**
 * A draft as it was after one step. Revisions are numbered from 1 without a gap, and
 * never change.
 *
 * @param draft the draft's id
 * @param status the status after the step
 * @param content the content after the step
 * @param entry the step
 */
record Revision(NodeId draft, DraftStatus status, DraftContent content, Draft.Entry entry) {

	/** The latest revision of a draft. */
	static Revision of(Draft draft) {
		return new Revision(draft.id(), draft.status(), draft.content(), draft.latest());
	}

	/** Its number. */
	public int revision() {
		return this.entry.revision();
	}

	/** When it was made. */
	public Instant at() {
		return this.entry.at();
	}

	/** Who made it, by name. */
	public String by() {
		return this.entry.by();
	}

	/** What was done, as the mutation is called. */
	public String action() {
		return this.entry.step().action();
	}

	/** What became different, as the API calls it. */
	public List<String> changedFields() {
		return this.entry.changedFields();
	}

}
