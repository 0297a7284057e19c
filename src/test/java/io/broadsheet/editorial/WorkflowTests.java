package io.broadsheet.editorial;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkflowTests {

	@Test
	void aStoryCanTakeTheWholeWay() {
		DraftStatus status = DraftStatus.DRAFT;
		for (Step step : List.of(Step.SUBMIT, Step.SCHEDULE, Step.PUBLISH, Step.WITHDRAW, Step.CREATE)) {
			status = Objects.requireNonNull(Workflow.after(status, step), step.name());
		}
		assertThat(status).isEqualTo(DraftStatus.DRAFT);
	}

	@Test
	void whatReadersHaveIsNotChangedUnderThem() {
		assertThat(Workflow.after(DraftStatus.PUBLISHED, Step.UPDATE)).isNull();
		assertThat(Workflow.after(DraftStatus.PUBLISHED, Step.DISCARD)).isNull();
	}

	@Test
	void whatIsScheduledGoesOutAsItWasApproved() {
		assertThat(Workflow.after(DraftStatus.SCHEDULED, Step.UPDATE)).isNull();
		assertThat(Workflow.after(DraftStatus.SCHEDULED, Step.RESTORE)).isNull();
		assertThat(Workflow.after(DraftStatus.SCHEDULED, Step.UNSCHEDULE)).isEqualTo(DraftStatus.IN_REVIEW);
	}

	@ParameterizedTest
	@EnumSource
	void everyRefusalSaysWhatIsPossible(DraftStatus status) {
		Arrays.stream(Step.values())
			.filter((step) -> Workflow.after(status, step) == null)
			.forEach((step) -> assertThat(Workflow.refusal(status, step))
				.contains(Workflow.possible(status).stream().map(Step::action).toList()));
	}

	@ParameterizedTest
	@EnumSource
	void everyStepIsKnownByItsAction(Step step) {
		assertThat(Step.of(step.action())).isEqualTo(step);
	}

}
