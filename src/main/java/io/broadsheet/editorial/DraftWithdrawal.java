package io.broadsheet.editorial;

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
		Draft current = settled(article);
		Draft.Published published = (current != null) ? current.published() : null;
		WithdrawnArticle gone = this.withdrawn.find(article);
		if (current == null || published == null || published.withdrawn() || gone == null) {
			return;
		}
		Draft after = after(current, gone).read(new Draft.Published(published.revision(), true));
		if (!this.drafts.replace(current, after)) {
			follow(article);
		}
	}

	/** What is being revised goes on being revised. */
	private Draft after(Draft current, WithdrawnArticle gone) {
		if (current.status() != DraftStatus.PUBLISHED) {
			return current;
		}
		this.revisions.keep(current);
		return current.after(Step.WITHDRAW, DraftStatus.WITHDRAWN, current.content(), gone.withdrawal().by(),
				gone.withdrawal().at());
	}

	private @Nullable Draft settled(NodeId article) {
		Draft draft = this.drafts.findByArticle(article);
		return (draft != null) ? this.steps.find(draft.id()) : null;
	}

}
