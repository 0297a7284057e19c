package io.broadsheet.editorial;

import java.time.Instant;

import io.broadsheet.graph.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * That somebody did something.
 *
 * @param id the entry's own id; a later entry has a greater one
 * @param at when
 * @param by who, by name
 * @param action what, as the mutation is called
 * @param targetId on what
 * @param fromRevision which revision of it that person had seen
 * @param note what there is to know beside that, such as a reason
 */
record AuditEntry(String id, Instant at, String by, String action, @Nullable NodeId targetId,
		@Nullable Integer fromRevision, @Nullable String note) {

	/**
	 * The entry with what is known when it was done.
	 * @param what it was done on
	 * @param known what there is to know beside that
	 */
	AuditEntry on(@Nullable NodeId what, @Nullable String known) {
		return new AuditEntry(this.id, this.at, this.by, this.action, what, this.fromRevision, known);
	}

	/**
	 * What is told of an action when it is recorded.
	 *
	 * @param by who did it, by name
	 * @param action what was done, as the mutation is called
	 * @param target on what
	 * @param fromRevision which revision of it that person had seen
	 * @param note what there is to know beside that
	 */
	record Done(String by, String action, @Nullable NodeId target, @Nullable Integer fromRevision,
			@Nullable String note) {
	}

}
