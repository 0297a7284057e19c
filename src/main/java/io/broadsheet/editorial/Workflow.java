package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which steps are possible in which status, and what status they lead to. Whoever may
 * publish need not wait for a review: news breaks at night. What is scheduled goes out as
 * it was approved, and is taken off the schedule to be changed. What is published is
 * changed by taking it up again, while readers go on seeing what was published.
 */
final class Workflow {

	private static final Map<DraftStatus, Map<Step, DraftStatus>> TABLE = new EnumMap<>(Map.of(
	// @formatter:off
			DraftStatus.DRAFT, steps(Map.of(
					Step.UPDATE, DraftStatus.DRAFT,
					Step.RESTORE, DraftStatus.DRAFT,
					Step.SUBMIT, DraftStatus.IN_REVIEW,
					Step.SCHEDULE, DraftStatus.SCHEDULED,
					Step.PUBLISH, DraftStatus.PUBLISHED,
					Step.DISCARD, DraftStatus.PUBLISHED)),
			DraftStatus.IN_REVIEW, steps(Map.of(
					Step.UPDATE, DraftStatus.IN_REVIEW,
					Step.RESTORE, DraftStatus.IN_REVIEW,
					Step.RETURN, DraftStatus.DRAFT,
					Step.SCHEDULE, DraftStatus.SCHEDULED,
					Step.PUBLISH, DraftStatus.PUBLISHED,
					Step.DISCARD, DraftStatus.PUBLISHED)),
			DraftStatus.SCHEDULED, steps(Map.of(
					Step.SCHEDULE, DraftStatus.SCHEDULED,
					Step.UNSCHEDULE, DraftStatus.IN_REVIEW,
					Step.PUBLISH, DraftStatus.PUBLISHED)),
			DraftStatus.PUBLISHED, steps(Map.of(
					Step.CREATE, DraftStatus.DRAFT,
					Step.RESTORE, DraftStatus.DRAFT,
					Step.WITHDRAW, DraftStatus.WITHDRAWN)),
			DraftStatus.WITHDRAWN, steps(Map.of(
					Step.CREATE, DraftStatus.DRAFT,
					Step.RESTORE, DraftStatus.DRAFT))));
	// @formatter:on

	private Workflow() {
	}

	/**
	 * The status that a step leads to.
	 * @param status the status before
	 * @param step the step
	 * @return the status after it, or null if it is not possible
	 */
	static @Nullable DraftStatus after(DraftStatus status, Step step) {
		return steps(status).get(step);
	}

	/** The steps that are possible in a status, in the order in which they are taken. */
	static List<Step> possible(DraftStatus status) {
		return List.copyOf(steps(status).keySet());
	}

	/**
	 * Why a step is not possible, and what is.
	 * @param status the status
	 * @param step a step that is not possible in it
	 * @return a sentence or two
	 */
	static String refusal(DraftStatus status, Step step) {
		List<String> possible = new ArrayList<>();
		steps(status).keySet()
			.forEach((other) -> possible.add("%s (%s)".formatted(other.participle(), other.action())));
		String last = possible.removeLast();
		String list = possible.isEmpty() ? last : String.join(", ", possible) + " or " + last;
		return "A draft that is %s cannot be %s. It can be %s.".formatted(status.inWords(), step.participle(), list);
	}

	private static Map<Step, DraftStatus> steps(DraftStatus status) {
		return TABLE.getOrDefault(status, Map.of());
	}

	private static Map<Step, DraftStatus> steps(Map<Step, DraftStatus> steps) {
		return new EnumMap<>(steps);
	}

}
