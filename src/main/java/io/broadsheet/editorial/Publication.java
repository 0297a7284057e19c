package io.broadsheet.editorial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.mongodb.MongoException;
import io.broadsheet.article.Article;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Preparation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Completes the publication of drafts that are marked for it. Publishing is two writes,
 * to the article and to the draft. The mark comes before both; readers get the article by
 * the first, whole; the second takes the mark away. Each may be done again by anybody at
 * any time, so that a publication whose process died is completed by whoever finds the
 * mark: the next to touch the draft, another instance, or this one when it starts again.
 */
@Component
class Publication implements Preparation {

	private static final Logger logger = LoggerFactory.getLogger(Publication.class);

	/** Longer than publishing takes. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final DraftRepository drafts;

	private final PublicationMarks marks;

	private final RevisionRepository revisions;

	private final Editions editions;

	private final Articles articles;

	private final Clock clock;

	private volatile boolean prepared;

	Publication(DraftRepository drafts, PublicationMarks marks, RevisionRepository revisions, Editions editions,
			Articles articles, Clock clock) {
		this.drafts = drafts;
		this.marks = marks;
		this.revisions = revisions;
		this.editions = editions;
		this.articles = articles;
		this.clock = clock;
	}

	/** Completes what this or another instance left unfinished when it was stopped. */
	@Override
	public void prepare() {
		completeBegunBefore(this.clock.instant().plus(PATIENCE));
		this.prepared = true;
	}

	@Scheduled(fixedDelay = 5_000)
	void completeWhatOthersLeft() {
		if (this.prepared) {
			try {
				completeBegunBefore(this.clock.instant().minus(PATIENCE));
			}
			catch (MongoException ex) {
				logger.debug("The store does not answer", ex);
			}
		}
	}

	/**
	 * Completes a publication.
	 * @param marked a draft that is marked
	 * @return the draft as it is afterwards: published, or as it was if its slug had been
	 * taken meanwhile; null if it is gone
	 */
	@Nullable Draft complete(Draft marked) {
		Draft.Publishing mark = marked.publishing();
		if (mark == null) {
			return marked;
		}
		Article before = this.articles.findEvenWithdrawn(marked.articleId());
		int revision = marked.revision() + 1;
		if (this.articles.publish(this.editions.published(marked, mark, before), revision)) {
			this.revisions.keep(marked);
			this.marks.settle(marked, mark,
					marked
						.after(Step.PUBLISH, DraftStatus.PUBLISHED, marked.content().at(mark.slug()), mark.by(),
								mark.at())
						.read(new Draft.Published(revision, false, marked.end())));
		}
		else {
			this.marks.unmark(marked, mark);
		}
		Draft now = this.drafts.find(marked.id());
		return (now != null && now.publishing() != null) ? complete(now) : now;
	}

	private void completeBegunBefore(Instant moment) {
		for (NodeId id : this.marks.findUnfinished(moment)) {
			logger.info("Completing the publication of {}, which was interrupted", id);
			Draft draft = this.drafts.find(id);
			if (draft != null) {
				complete(draft);
			}
		}
	}

}
