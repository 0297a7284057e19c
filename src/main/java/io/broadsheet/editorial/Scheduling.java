package io.broadsheet.editorial;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import io.broadsheet.graph.UserError;
import io.broadsheet.graph.UserError.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Gives drafts a time for their publication, at which {@link Timetable} publishes them.
 */
@Component
class Scheduling {

	private final DraftSteps steps;

	private final Completeness completeness;

	private final NewsroomClock clock;

	Scheduling(DraftSteps steps, Completeness completeness, NewsroomClock clock) {
		this.steps = steps;
		this.completeness = completeness;
		this.clock = clock;
	}

	/**
	 * Schedules a draft, or gives it another time. It must lack nothing that a page
	 * needs, since nobody is there when it goes out.
	 */
	DraftPayload schedule(DraftScheduleInput input, String by) {
		return this.steps.take(new StepRequest(input.id(), input.expectedRevision(), by), Step.SCHEDULE,
				(draft, next, now, errors) -> {
					check(input, now, errors);
					this.completeness.check(draft, errors);
					return draft.after(Step.SCHEDULE, next, draft.content(), by, now)
						.due(new Draft.Schedule(moment(input.at()), by, until(input)));
				});
	}

	private void check(DraftScheduleInput input, Instant now, List<UserError> errors) {
		refuse(this.clock.refusal(input.at()), "at", errors);
		if (!moment(input.at()).isAfter(now)) {
			refuse("%s has passed. It is %s now.".formatted(this.clock.show(moment(input.at())), this.clock.show(now)),
					"at", errors);
		}
		OffsetDateTime until = input.until();
		if (until != null) {
			refuse(this.clock.refusal(until), "until", errors);
			if (!until.isAfter(input.at())) {
				refuse("The end, %s, is not after the publication, %s.".formatted(this.clock.show(moment(until)),
						this.clock.show(moment(input.at()))), "until", errors);
			}
		}
	}

	private static void refuse(@Nullable String why, String field, List<UserError> errors) {
		if (why != null) {
			errors.add(new InvalidInput(why, FieldReader.path(field)));
		}
	}

	private static @Nullable Instant until(DraftScheduleInput input) {
		return (input.until() != null) ? moment(input.until()) : null;
	}

	/** As precisely as it is stored. */
	private static Instant moment(OffsetDateTime time) {
		return Instant.ofEpochMilli(time.toInstant().toEpochMilli());
	}

}
