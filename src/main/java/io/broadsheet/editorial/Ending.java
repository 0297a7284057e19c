package io.broadsheet.editorial;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import io.broadsheet.article.Amendments;
import io.broadsheet.article.Withdrawal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Takes articles from readers whose end has come. */
@Component
class Ending {

	private static final Logger logger = LoggerFactory.getLogger(Ending.class);

	private final Amendments amendments;

	private final DraftWithdrawal drafts;

	private final BegunActions actions;

	private final NewsroomClock newsroomClock;

	private final Clock clock;

	Ending(Amendments amendments, DraftWithdrawal drafts, BegunActions actions, NewsroomClock newsroomClock,
			Clock clock) {
		this.amendments = amendments;
		this.drafts = drafts;
		this.actions = actions;
		this.newsroomClock = newsroomClock;
		this.clock = clock;
	}

	/**
	 * Withdraws the article of a draft, unless another instance has done so.
	 * @param draft a draft of which readers have something that was given an end
	 */
	void end(Draft draft) {
		Draft.End end = Objects.requireNonNull(Objects.requireNonNull(draft.published()).end());
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		String reason = "It was to be read until %s.".formatted(this.newsroomClock.show(end.at()));
		AuditEntry.Done action = new AuditEntry.Done(end.by(), Step.WITHDRAW.action(), draft.articleId(),
				draft.revision(), reason);
		if (this.actions.recorded(action,
				() -> this.amendments.withdraw(draft.articleId(), new Withdrawal(reason, end.by(), now)))) {
			logger.info("Withdrew {}, \"{}\": {}", draft.articleId(), draft.content().headline(), reason);
		}
		this.drafts.follow(draft.articleId());
	}

}
