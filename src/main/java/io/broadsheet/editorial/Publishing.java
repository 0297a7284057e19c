package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import io.broadsheet.graph.UserError;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Publishes drafts, on behalf of an editor who asks for it or who had scheduled it. The
 * same editor asking again for what is done is answered as the first time.
 */
@Component
class Publishing {

	private final PublicationMarks marks;

	private final RevisionRepository revisions;

	private final DraftSteps steps;

	private final Completeness completeness;

	private final DraftSlugs slugs;

	private final Publication publication;

	/**
	 * Keeps this instance's editors from racing for one slug, which some stores call a
	 * deadlock.
	 */
	private final ReentrantLock attempting = new ReentrantLock();

	Publishing(PublicationMarks marks, RevisionRepository revisions, DraftSteps steps, Completeness completeness,
			DraftSlugs slugs, Publication publication) {
		this.marks = marks;
		this.revisions = revisions;
		this.steps = steps;
		this.completeness = completeness;
		this.slugs = slugs;
		this.publication = publication;
	}

	/**
	 * Publishes a revision of a draft: readers get all of it or nothing.
	 * @param request who wants it, and of which revision
	 * @return the published draft, or everything that keeps it from being published
	 */
	DraftPayload publish(StepRequest request) {
		List<UserError> errors = new ArrayList<>();
		Draft current = this.steps.find(request.draft(), new FieldReader(errors), "id");
		if (current == null) {
			return DraftPayload.refused(errors);
		}
		Revision done = done(current, request);
		if (done != null) {
			return DraftPayload.done(current.at(done));
		}
		this.steps.check(current, request, Step.PUBLISH, errors);
		if (errors.isEmpty()) {
			this.completeness.check(current, errors);
		}
		if (!errors.isEmpty()) {
			return DraftPayload.refused(errors);
		}
		begin(current, request.by());
		// Either it is done now, or what kept it from being done is found this time.
		return publish(request);
	}

	/**
	 * Publishes a scheduled draft, whose time has come.
	 * @param draft the draft
	 * @param by who scheduled it, by name
	 * @param errors where everything goes that keeps it from being published
	 * @return whether it was published by this call, and not by another instance
	 */
	boolean publishDue(Draft draft, String by, List<UserError> errors) {
		this.completeness.check(draft, errors);
		return errors.isEmpty() && begin(draft, by);
	}

	private boolean begin(Draft draft, String by) {
		this.attempting.lock();
		try {
			Draft.Publishing mark = new Draft.Publishing(by, this.steps.now(), this.slugs.of(draft));
			if (!this.marks.mark(draft, mark)) {
				return false;
			}
			Draft after = this.publication.complete(draft.marked(mark));
			return after != null && after.status() == DraftStatus.PUBLISHED;
		}
		finally {
			this.attempting.unlock();
		}
	}

	/** What this request has done already, whatever was done since. */
	private @Nullable Revision done(Draft current, StepRequest request) {
		int expected = request.expectedRevision();
		if (expected < 1 || expected >= current.revision()) {
			return null;
		}
		Revision next = this.revisions.find(current, expected + 1);
		boolean isIt = next != null && next.entry().step() == Step.PUBLISH && next.by().equals(request.by());
		return isIt ? next : null;
	}

}
