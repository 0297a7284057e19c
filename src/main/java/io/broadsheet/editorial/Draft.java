package io.broadsheet.editorial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.broadsheet.graph.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * A story as the newsroom works on it: from its first word on for as long as there is an
 * article of it, which keeps being read as it was published while the draft changes.
 * There is one draft of an article at most, so that nobody works on a second one unseen.
 *
 * @param id the draft's id
 * @param articleId the article that it revises, or that it will be
 * @param status how far it is
 * @param content what it says
 * @param latest its latest revision
 * @param origin how it was begun
 * @param editors who began or changed it, by name
 * @param schedule when it is to be published
 * @param published what readers were given of it
 * @param publishing that it is being published at this moment
 */
record Draft(NodeId id, NodeId articleId, DraftStatus status, DraftContent content, Entry latest, Origin origin,
		Set<String> editors, @Nullable Schedule schedule, @Nullable Published published,
		@Nullable Publishing publishing) {

	/** The letter that begins drafts' ids. */
	static final char KIND = 'D';

	/**
	 * What is kept of each revision beside its content.
	 *
	 * @param revision its number, from 1
	 * @param at when it was made
	 * @param by who made it, by name
	 * @param step what was done
	 * @param changedFields what became different, as the API calls it
	 */
	record Entry(int revision, Instant at, String by, Step step, List<String> changedFields) {
	}

	/**
	 * How a draft was begun.
	 *
	 * @param by who began it, by name
	 * @param at when
	 * @param request what tells the request that began it from others
	 */
	record Origin(String by, Instant at, @Nullable RequestKey request) {
	}

	/**
	 * When a draft is to be published.
	 *
	 * @param at when
	 * @param by who decided that, by name
	 * @param until when readers are to lose it again
	 */
	record Schedule(Instant at, String by, @Nullable Instant until) {

		/** What is to be the end of what is published so. */
		@Nullable End end() {
			return (this.until != null) ? new End(this.until, this.by) : null;
		}

	}

	/**
	 * What readers were given of a draft.
	 *
	 * @param revision the revision
	 * @param withdrawn whether it was taken from them again
	 * @param end when it is to be taken from them
	 */
	record Published(int revision, boolean withdrawn, @Nullable End end) {

		/** What was taken from readers. */
		Published(int revision, boolean withdrawn) {
			this(revision, withdrawn, null);
		}

	}

	/**
	 * When an article is to be taken from readers.
	 *
	 * @param at when
	 * @param by who decided that, by name
	 */
	record End(Instant at, String by) {
	}

	/**
	 * That a draft is being published. Whoever finds it so completes it.
	 *
	 * @param by who publishes it, by name
	 * @param at when
	 * @param slug the slug that its article gets
	 */
	record Publishing(String by, Instant at, String slug) {
	}

	/** The number of its latest revision. */
	public int revision() {
		return this.latest.revision();
	}

	/**
	 * This draft after a step.
	 * @param step the step
	 * @param next the status that it leads to
	 * @param changed the content afterwards
	 * @param by who does it, by name
	 * @param at when
	 */
	Draft after(Step step, DraftStatus next, DraftContent changed, String by, Instant at) {
		List<String> fields = new ArrayList<>(this.content.differences(changed));
		if (next != this.status) {
			fields.add("status");
		}
		Set<String> everybody = new LinkedHashSet<>(this.editors);
		everybody.add(by);
		return new Draft(this.id, this.articleId, next, changed,
				new Entry(revision() + 1, at, by, step, List.copyOf(fields)), this.origin, everybody,
				(next == DraftStatus.SCHEDULED) ? this.schedule : null, this.published, null);
	}

	/** This draft, begun by another request. */
	Draft begunBy(Origin request) {
		return new Draft(this.id, this.articleId, this.status, this.content, this.latest, request, this.editors,
				this.schedule, this.published, this.publishing);
	}

	/** This draft, after a step that gives it a time for its publication. */
	Draft due(Schedule when) {
		List<String> fields = new ArrayList<>(this.latest.changedFields());
		fields.add("schedule");
		Entry entry = new Entry(this.latest.revision(), this.latest.at(), this.latest.by(), this.latest.step(), fields);
		return new Draft(this.id, this.articleId, this.status, this.content, entry, this.origin, this.editors, when,
				this.published, this.publishing);
	}

	/** When readers are to lose what this draft gives them if it is published now. */
	@Nullable End end() {
		if (this.schedule != null) {
			return this.schedule.end();
		}
		return (this.published != null) ? this.published.end() : null;
	}

	/** This draft, of which readers were given something, or nothing. */
	Draft read(@Nullable Published what) {
		return new Draft(this.id, this.articleId, this.status, this.content, this.latest, this.origin, this.editors,
				this.schedule, what, this.publishing);
	}

	/** This draft as it is being published. */
	Draft marked(Publishing mark) {
		return new Draft(this.id, this.articleId, this.status, this.content, this.latest, this.origin, this.editors,
				this.schedule, this.published, mark);
	}

	/** This draft with the content of another revision. */
	Draft at(Revision revision) {
		return new Draft(this.id, this.articleId, revision.status(), revision.content(), revision.entry(), this.origin,
				this.editors, this.schedule, this.published, this.publishing);
	}

}
