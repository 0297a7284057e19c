package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.List;

import io.broadsheet.graph.UserError;

import org.springframework.stereotype.Component;

/**
 * Publishes drafts, on behalf of an editor who asks for it or who had scheduled it. The
 * same editor asking again for what is done is answered as the first time.
 */
@Component
class Publishing {

	private final DraftRepository drafts;

	private final DraftSteps steps;

	private final Completeness completeness;

	private final DraftSlugs slugs;

	private final Publication publication;

	Publishing(DraftRepository drafts, DraftSteps steps, Completeness completeness, DraftSlugs slugs,
			Publication publication) {
		this.drafts = drafts;
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
		Draft current = this.steps.find(request.draft(), errors);
		if (current == null) {
			return DraftPayload.refused(errors);
		}
		if (isDone(current, request)) {
			return DraftPayload.done(current);
		}
		this.steps.check(current, request, Step.PUBLISH, errors);
		if (errors.isEmpty()) {
			this.completeness.check(current, errors);
		}
		if (!errors.isEmpty()) {
			return DraftPayload.refused(errors);
		}
		Draft.Publishing mark = new Draft.Publishing(request.by(), this.steps.now(), this.slugs.of(current));
		if (this.drafts.mark(current, mark)) {
			this.publication.complete(current.marked(mark));
		}
		// Either it is done now, or what kept it from being done is found this time.
		return publish(request);
	}

	private static boolean isDone(Draft draft, StepRequest request) {
		return draft.latest().step() == Step.PUBLISH && draft.revision() == request.expectedRevision() + 1
				&& draft.latest().by().equals(request.by());
	}

}
