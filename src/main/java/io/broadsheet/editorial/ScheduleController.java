package io.broadsheet.editorial;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** When drafts are published, and when their articles are taken from readers again. */
@Controller
class ScheduleController {

	private final NewsroomClock clock;

	ScheduleController(NewsroomClock clock) {
		this.clock = clock;
	}

	@SchemaMapping
	@Nullable Instant scheduledFor(Draft draft) {
		return (draft.schedule() != null) ? draft.schedule().at() : null;
	}

	@SchemaMapping
	@Nullable Instant until(Draft draft) {
		Draft.End end = draft.end();
		return (end != null) ? end.at() : null;
	}

	@SchemaMapping(typeName = "DraftSchedule")
	String localTime(Draft.Schedule schedule) {
		return this.clock.show(schedule.at());
	}

	@SchemaMapping(typeName = "DraftSchedule")
	@Nullable String localUntil(Draft.Schedule schedule) {
		return (schedule.until() != null) ? this.clock.show(schedule.until()) : null;
	}

	@SchemaMapping(typeName = "DraftSchedule")
	String timeZone() {
		return this.clock.zone();
	}

}
