package io.broadsheet.editorial;

import org.springframework.stereotype.Component;

/** Changes what drafts say, and hands them from one editor to another. */
@Component
class DraftEditing {

	private final DraftSteps steps;

	private final RevisionRepository revisions;

	private final DraftRepository drafts;

	private final ContentReading reading;

	DraftEditing(DraftSteps steps, RevisionRepository revisions, DraftRepository drafts, ContentReading reading) {
		this.steps = steps;
		this.revisions = revisions;
		this.drafts = drafts;
		this.reading = reading;
	}

	/** Changes what is given, and nothing else. */
	DraftPayload update(DraftUpdateInput input, String by) {
		return this.steps.take(new StepRequest(input.id(), input.expectedRevision(), by), Step.UPDATE,
				(draft, next, now, errors) -> draft.after(Step.UPDATE, next,
						this.reading.read(input, draft.content(), draft.articleId(), now, errors), by, now));
	}

	/** Takes a step that leaves the content as it is. */
	DraftPayload pass(StepRequest request, Step step) {
		return this.steps.take(request, step,
				(draft, next, now, errors) -> draft.after(step, next, draft.content(), request.by(), now));
	}

	/** Gives a draft the content of an earlier revision. */
	DraftPayload restore(StepRequest request, int revision) {
		return this.steps.take(request, Step.RESTORE, (draft, next, now, errors) -> {
			Revision earlier = (revision > 0) ? this.revisions.find(draft, revision) : null;
			if (earlier == null) {
				new FieldReader(errors).missing(
						"This draft has the revisions 1 to %d, and no %d.".formatted(draft.revision(), revision),
						"revision");
				return draft;
			}
			return draft.after(Step.RESTORE, next, earlier.content(), request.by(), now);
		});
	}

	/**
	 * Throws away what was not published: the draft becomes again what readers have of
	 * it, or is removed with all its revisions if they have nothing of it.
	 */
	DraftPayload discard(StepRequest request) {
		DraftPayload discarded = this.steps.take(request, Step.DISCARD, (draft, next, now, errors) -> {
			Draft.Published published = draft.published();
			Revision read = (published != null) ? this.revisions.find(draft, published.revision()) : null;
			if (published == null || read == null) {
				return draft;
			}
			return draft.after(Step.DISCARD, published.withdrawn() ? DraftStatus.WITHDRAWN : next, read.content(),
					request.by(), now);
		});
		Draft draft = discarded.draft();
		if (draft != null && draft.status().isOpen()) {
			return remove(draft, request);
		}
		return discarded;
	}

	private DraftPayload remove(Draft draft, StepRequest request) {
		if (!this.drafts.delete(draft)) {
			return discard(request);
		}
		this.revisions.delete(draft.id());
		return DraftPayload.done(draft);
	}

}
