package io.broadsheet.editorial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.mongodb.MongoException;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;
import io.broadsheet.store.Preparation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes what is scheduled when its time comes, and has it end at its end. Every
 * instance looks; the write that begins a publication succeeds for one of them. What came
 * due while none was running is published when one starts, and is said to be late.
 */
@Component
class Timetable implements Preparation {

	private static final Logger logger = LoggerFactory.getLogger(Timetable.class);

	/** Longer than an instance that runs takes to notice. */
	private static final Duration PUNCTUAL = Duration.ofSeconds(5);

	/** How often is looked before a draft is said to lack something; some seconds. */
	private static final int LOOKS = 6;

	private final DraftRepository drafts;

	private final Publishing publishing;

	private final DraftEditing editing;

	private final Ending ending;

	private final BegunActions actions;

	private final NewsroomClock newsroomClock;

	private final Clock clock;

	/**
	 * How often each draft that is due was seen to lack something; of what is due no more
	 * it is forgotten at the next look.
	 */
	private final Map<NodeId, Integer> lacking = new HashMap<>();

	private volatile boolean prepared;

	Timetable(DraftRepository drafts, Publishing publishing, DraftEditing editing, Ending ending, BegunActions actions,
			NewsroomClock newsroomClock, Clock clock) {
		this.drafts = drafts;
		this.publishing = publishing;
		this.editing = editing;
		this.ending = ending;
		this.actions = actions;
		this.newsroomClock = newsroomClock;
		this.clock = clock;
	}

	@Override
	public void prepare() {
		this.prepared = true;
	}

	@Scheduled(fixedDelay = 500)
	void look() {
		if (this.prepared) {
			try {
				List<Draft> due = this.drafts.findDue(this.clock.instant());
				this.lacking.keySet().retainAll(due.stream().map(Draft::id).toList());
				due.forEach(this::publish);
				this.drafts.findEnded(this.clock.instant()).forEach(this.ending::end);
			}
			catch (MongoException ex) {
				logger.debug("The store does not answer; what is due is published when it does", ex);
			}
		}
	}

	private void publish(Draft draft) {
		Draft.Schedule schedule = Objects.requireNonNull(draft.schedule());
		List<UserError> errors = new ArrayList<>();
		String note = note(schedule.at());
		if (this.actions.recorded(action(draft, schedule, Step.PUBLISH, note),
				() -> this.publishing.publishDue(draft, schedule.by(), errors))) {
			logger.info("Published {}, \"{}\": {}", draft.id(), draft.content().headline(), note);
		}
		else if (!errors.isEmpty() && this.lacking.merge(draft.id(), 1, Integer::sum) >= LOOKS) {
			takeOff(draft, schedule, errors);
		}
	}

	private String note(Instant scheduled) {
		String time = "it was scheduled for " + this.newsroomClock.show(scheduled);
		Duration late = Duration.between(scheduled, this.clock.instant());
		return (late.compareTo(PUNCTUAL) < 0) ? time
				: time + ", and is %s late, since no instance was running".formatted(inWords(late));
	}

	/**
	 * Trying again and again would not help; somebody has to look at it. What was made on
	 * another instance just now has been heard of by this time.
	 */
	private void takeOff(Draft draft, Draft.Schedule schedule, List<UserError> errors) {
		StepRequest request = new StepRequest(draft.id().value(), draft.revision(), schedule.by());
		String note = "it could not be published at its time: "
				+ errors.stream().map(UserError::message).collect(Collectors.joining(" "));
		if (this.actions.recorded(action(draft, schedule, Step.UNSCHEDULE, note),
				() -> this.editing.pass(request, Step.UNSCHEDULE).errors().isEmpty())) {
			logger.error("Took {}, \"{}\", off the schedule: {}", draft.id(), draft.content().headline(), note);
		}
	}

	private static AuditEntry.Done action(Draft draft, Draft.Schedule schedule, Step step, String note) {
		return new AuditEntry.Done(schedule.by(), step.action(), draft.id(), draft.revision(), note);
	}

	private static String inWords(Duration duration) {
		return (duration.toHours() > 0) ? "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart())
				: "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
	}

}
