package io.broadsheet.editorial;

import graphql.GraphQLContext;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What editors do to drafts. */
@Controller
class DraftMutationController {

	private final DraftCreation creation;

	private final DraftEditing editing;

	private final Scheduling scheduling;

	private final Publishing publishing;

	DraftMutationController(DraftCreation creation, DraftEditing editing, Scheduling scheduling,
			Publishing publishing) {
		this.creation = creation;
		this.editing = editing;
		this.scheduling = scheduling;
		this.publishing = publishing;
	}

	@MutationMapping
	DraftPayload draftCreate(@Argument DraftCreateInput input, GraphQLContext context) {
		return this.creation.create(input, Editor.in(context));
	}

	@MutationMapping
	DraftPayload draftUpdate(@Argument DraftUpdateInput input, GraphQLContext context) {
		return this.editing.update(input, Editor.in(context));
	}

	@MutationMapping
	DraftPayload draftSubmit(@Argument DraftStepInput input, GraphQLContext context) {
		return this.editing.pass(input.by(Editor.in(context)), Step.SUBMIT);
	}

	@MutationMapping
	DraftPayload draftReturn(@Argument DraftStepInput input, GraphQLContext context) {
		return this.editing.pass(input.by(Editor.in(context)), Step.RETURN);
	}

	@MutationMapping
	DraftPayload draftSchedule(@Argument DraftScheduleInput input, GraphQLContext context) {
		return this.scheduling.schedule(input, Editor.in(context));
	}

	@MutationMapping
	DraftPayload draftUnschedule(@Argument DraftStepInput input, GraphQLContext context) {
		return this.editing.pass(input.by(Editor.in(context)), Step.UNSCHEDULE);
	}

	@MutationMapping
	DraftPayload draftPublish(@Argument DraftStepInput input, GraphQLContext context) {
		return this.publishing.publish(input.by(Editor.in(context)));
	}

	@MutationMapping
	DraftPayload draftRestore(@Argument DraftRestoreInput input, GraphQLContext context) {
		return this.editing.restore(new StepRequest(input.id(), input.expectedRevision(), Editor.in(context)),
				input.revision());
	}

	@MutationMapping
	DraftPayload draftDiscard(@Argument DraftStepInput input, GraphQLContext context) {
		return this.editing.discard(input.by(Editor.in(context)));
	}

	/**
	 * A step of a draft.
	 *
	 * @param id the draft's id
	 * @param expectedRevision the revision that the editor saw
	 */
	record DraftStepInput(String id, int expectedRevision) {

		StepRequest by(String editor) {
			return new StepRequest(this.id, this.expectedRevision, editor);
		}

	}

	/**
	 * That a draft is to get the content of an earlier revision.
	 *
	 * @param id the draft's id
	 * @param expectedRevision the revision that the editor saw
	 * @param revision the earlier revision
	 */
	record DraftRestoreInput(String id, int expectedRevision, int revision) {
	}

}
