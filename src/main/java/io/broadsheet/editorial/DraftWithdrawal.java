package io.broadsheet.editorial;

import io.broadsheet.article.Withdrawal;
import io.broadsheet.article.WithdrawnArticle;
import io.broadsheet.article.WithdrawnArticles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Preparation;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Has drafts follow when their articles are withdrawn. A draft whose process died in
 * between follows when an instance starts.
 */
@Component
class DraftWithdrawal implements Preparation {

	private final DraftRepository drafts;

	private final RevisionRepository revisions;

	private final DraftSteps steps;

	private final WithdrawnArticles withdrawn;

	DraftWithdrawal(DraftRepository drafts, RevisionRepository revisions, DraftSteps steps,
			WithdrawnArticles withdrawn) {
		this.drafts = drafts;
		this.revisions = revisions;
		this.steps = steps;
		this.withdrawn = withdrawn;
	}

	@Override
	public void prepare() {
		this.withdrawn.forEach((article) -> follow(article.article().id()));
	}

	/**
	 * Has the draft of an article follow, unless it has already or readers can read the
	 * article again.
	 */
	void follow(NodeId article) {
		Draft current = this.steps.findByArticle(article);
		WithdrawnArticle gone = this.withdrawn.find(article);
		Draft after = (current != null && gone != null) ? after(current, gone.withdrawal()) : null;
		if (current == null || after == null) {
			return;
		}
		this.revisions.keep(current);
		if (!this.drafts.replace(current, after)) {
			follow(article);
		}
	}

	/**
	 * The draft as it follows, or null if it has nothing to follow with. What is being
	 * revised goes on being revised, but is not published by a schedule that was made
	 * before anybody knew.
	 */
	private static @Nullable Draft after(Draft current, Withdrawal withdrawal) {
		Draft.Published published = current.published();
		Draft.Published gone = (published != null) ? new Draft.Published(published.revision(), true) : null;
		if (current.status() == DraftStatus.SCHEDULED && !current.latest().at().isAfter(withdrawal.at())) {
			return after(current, Step.UNSCHEDULE, DraftStatus.IN_REVIEW, withdrawal).read(gone);
		}
		if (published == null || published.withdrawn()) {
			return null;
		}
		return (current.status() == DraftStatus.PUBLISHED)
				? after(current, Step.WITHDRAW, DraftStatus.WITHDRAWN, withdrawal).read(gone) : current.read(gone);
	}

	private static Draft after(Draft current, Step step, DraftStatus next, Withdrawal withdrawal) {
		return current.after(step, next, current.content(), withdrawal.by(), withdrawal.at());
	}

}
