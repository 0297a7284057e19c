package io.broadsheet.gateway;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import io.broadsheet.graph.Caches;
import io.broadsheet.store.ChangeSettled;
import io.broadsheet.store.ChangesCaughtUp;
import io.broadsheet.store.ChangesMissed;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What has changed, for those who keep what was made of it. Whoever makes something takes
 * a {@link Moment} before it reads anything, and {@link #validity} afterwards: a change
 * between the two is never missed, though nobody knows beforehand what will be read.
 * Moments are a list whose beginning is collected as garbage as soon as nobody is at it.
 */
@Component
class ContentChanges {

	private static final String ANYTHING = "*";

	/** Those that something kept has; the others need not be told. */
	private final Cache<String, Tag> tags = Caches.newBuilder().weakValues().build();

	private volatile Moment now = new Moment(0, Set.of());

	/** The state of content at this moment. */
	Moment now() {
		return this.now;
	}

	/**
	 * How long something is valid.
	 * @param since a moment before anything was read for it
	 * @param names the tags with any of which it changes
	 * @return its validity; null if it is over, since something changed after the moment
	 */
	@Nullable Validity validity(Moment since, Collection<String> names) {
		List<Tag> held = names.stream().map(this::tag).toList();
		Tag any = tag(ANYTHING);
		Moment until = since;
		for (Moment next = since.next; next != null; next = next.next) {
			if (next.concerns(names)) {
				return null;
			}
			until = next;
		}
		return new Validity(this, held, any, until.number);
	}

	private Tag tag(String name) {
		return this.tags.get(name, (absent) -> new Tag());
	}

	@EventListener
	void changed(ChangeSettled change) {
		Set<String> changed = AnswerTags.changedWith(change.nodes());
		if (!changed.isEmpty()) {
			change(changed);
		}
	}

	@EventListener({ ChangesMissed.class, ChangesCaughtUp.class })
	void anythingMayHaveChanged() {
		change(Set.of(ANYTHING));
	}

	/**
	 * The moment comes first: whoever has not seen it yet still holds a tag that is told.
	 */
	private synchronized void change(Set<String> names) {
		Moment next = new Moment(this.now.number + 1, names);
		this.now.next = next;
		for (String name : names) {
			Tag tag = this.tags.asMap().remove(name);
			if (tag != null) {
				tag.changed = true;
			}
		}
		this.now = next;
	}

	/** Something that can change. It changes once; afterwards it is another. */
	private static final class Tag {

		private volatile boolean changed;

	}

	/** The state of content from one change to the next. */
	static final class Moment {

		private final long number;

		private final Set<String> names;

		private volatile @Nullable Moment next;

		private Moment(long number, Set<String> names) {
			this.number = number;
			this.names = names;
		}

		private boolean concerns(Collection<String> others) {
			return this.names.contains(ANYTHING) || !Collections.disjoint(this.names, others);
		}

	}

	/** Whether something that was made of content is still what would be made of it. */
	static final class Validity {

		private final ContentChanges changes;

		private final List<Tag> tags;

		private final Tag any;

		/** Up to where nothing was found to have changed; any thread may find out. */
		private volatile long seen;

		private Validity(ContentChanges changes, List<Tag> tags, Tag any, long seen) {
			this.changes = changes;
			this.tags = tags;
			this.any = any;
			this.seen = seen;
		}

		/** Once it is over, it stays so. */
		boolean lasts() {
			long number = this.changes.now.number;
			if (number == this.seen) {
				return true;
			}
			if (this.any.changed || this.tags.stream().anyMatch((tag) -> tag.changed)) {
				return false;
			}
			this.seen = Math.max(this.seen, number);
			return true;
		}

		/** How many tags it has. */
		int size() {
			return this.tags.size();
		}

	}

}
