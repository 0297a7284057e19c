package io.broadsheet.editorial;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Takes steps: each is checked against what the draft is now, and is one write that
 * succeeds only if the draft still is the revision that the editor saw.
 */
@Component
class DraftSteps {

	private static final List<String> ID = FieldReader.path("id");

	private final DraftRepository drafts;

	private final RevisionRepository revisions;

	private final Publication publication;

	private final Clock clock;

	DraftSteps(DraftRepository drafts, RevisionRepository revisions, Publication publication, Clock clock) {
		this.drafts = drafts;
		this.revisions = revisions;
		this.publication = publication;
		this.clock = clock;
	}

	/**
	 * Takes a step.
	 * @param request who wants it, and of which revision
	 * @param step the step
	 * @param making makes the draft after it
	 * @return the draft after it, or everything that is wrong
	 */
	DraftPayload take(StepRequest request, Step step, Making making) {
		List<UserError> errors = new ArrayList<>();
		Draft current = find(request.draft(), new FieldReader(errors), "id");
		if (current == null) {
			return DraftPayload.refused(errors);
		}
		DraftStatus next = check(current, request, step, errors);
		Draft made = making.make(current, next, now(), errors);
		if (!errors.isEmpty()) {
			return DraftPayload.refused(errors);
		}
		this.revisions.keep(current);
		return this.drafts.replace(current, made) ? DraftPayload.done(made) : take(request, step, making);
	}

	/**
	 * Finds a draft. One that is being published is found when that is done.
	 * @param text its id, as a client sends it
	 * @param fields where it goes that there is none
	 * @param field the input's field that has the id
	 * @return the draft, or null
	 */
	@Nullable Draft find(String text, FieldReader fields, String field) {
		NodeId id = fields.id(text, Draft.KIND, "a draft", field);
		Draft draft = (id != null) ? find(id) : null;
		if (id != null && draft == null) {
			fields.missing("There is no draft with the id \"%s\".".formatted(text), field);
		}
		return draft;
	}

	/** A draft as it is when nobody is publishing it, or null. */
	@Nullable Draft find(NodeId id) {
		return settled(this.drafts.find(id));
	}

	/** The draft of an article as it is when nobody is publishing it, or null. */
	@Nullable Draft findByArticle(NodeId article) {
		return settled(this.drafts.findByArticle(article));
	}

	private @Nullable Draft settled(@Nullable Draft draft) {
		return (draft != null && draft.publishing() != null) ? this.publication.complete(draft) : draft;
	}

	/**
	 * Checks whether a step is possible.
	 * @param current the draft as it is
	 * @param request who wants it, and of which revision
	 * @param step the step
	 * @param errors where everything goes that is wrong
	 * @return the status that the step leads to, or the draft's own if it is not possible
	 */
	DraftStatus check(Draft current, StepRequest request, Step step, List<UserError> errors) {
		if (current.revision() != request.expectedRevision()) {
			errors.add(conflict(current, request.expectedRevision()));
		}
		DraftStatus next = Workflow.after(current.status(), step);
		if (next == null) {
			errors.add(new NotAllowed(Workflow.refusal(current.status(), step), ID));
		}
		return (next != null) ? next : current.status();
	}

	/** The moment, as precisely as it is stored. */
	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	private RevisionConflict conflict(Draft current, int expected) {
		Revision seen = (expected > 0) ? this.revisions.find(current, expected) : null;
		List<String> differences = new ArrayList<>();
		if (seen != null) {
			differences.addAll(seen.content().differences(current.content()));
			if (seen.status() != current.status()) {
				differences.add("status");
			}
		}
		return new RevisionConflict(
				"This draft is at revision %d, which %s made, and no longer at %d. Look at what differs, and send the change again for revision %1$d."
					.formatted(current.revision(), current.latest().by(), expected),
				FieldReader.path("expectedRevision"), current, List.copyOf(differences));
	}

	/** Makes the draft after a step. */
	interface Making {

		/**
		 * Makes it.
		 * @param current the draft before the step
		 * @param next the status that the step leads to
		 * @param now when the step is taken
		 * @param errors where everything goes that is wrong
		 * @return the draft after the step; of no use if something is wrong
		 */
		Draft make(Draft current, DraftStatus next, Instant now, List<UserError> errors);

	}

}
