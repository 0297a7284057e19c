package io.broadsheet.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

import io.broadsheet.store.ChangeLog.Entry;

/** How far this instance has read the feed, and what of it is still to be told. */
class FeedProgress {

	/** Announcements of others that wait to be confirmed, by position. */
	private final TreeMap<Long, Awaited> awaited = new TreeMap<>();

	/** How far was read when each of this instance's running writes began. */
	private final List<Long> writes = new ArrayList<>();

	/**
	 * This instance's own entries before which another one is yet to be read or passed.
	 * Emptied as soon as that is.
	 */
	private final TreeSet<Long> ownAhead = new TreeSet<>();

	private long read = -1;

	synchronized boolean isStarted() {
		return this.read >= 0;
	}

	synchronized void start(long position) {
		this.read = position;
		this.ownAhead.clear();
	}

	synchronized long read() {
		return this.read;
	}

	/** All up to here has been told, by others' confirmations and this instance's own. */
	synchronized long position() {
		long position = this.read;
		if (!this.awaited.isEmpty()) {
			position = Math.min(position, this.awaited.firstKey() - 1);
		}
		for (long before : this.writes) {
			position = Math.min(position, before);
		}
		return position;
	}

	synchronized void readTo(long position) {
		this.read = Math.max(this.read, position);
		passWhatIsNext();
	}

	/**
	 * An entry of this instance's own need not be read. Several are written at once, and
	 * pass in any order.
	 */
	synchronized void passOwn(long position) {
		this.ownAhead.add(position);
		passWhatIsNext();
	}

	private void passWhatIsNext() {
		while (!this.ownAhead.isEmpty() && this.ownAhead.first() <= this.read + 1) {
			this.read = Math.max(this.read, this.ownAhead.removeFirst());
		}
	}

	synchronized long beginWrite() {
		this.writes.add(this.read);
		return this.read;
	}

	synchronized void endWrite(long before) {
		this.writes.remove((Long) before);
	}

	synchronized void await(Entry announcement, long deadline) {
		this.awaited.put(announcement.position(), new Awaited(announcement, deadline));
	}

	synchronized void confirm(long announcement) {
		this.awaited.remove(announcement);
	}

	/** The announcements that should have been confirmed by now. */
	synchronized List<Entry> overdue(long now) {
		return this.awaited.values()
			.stream()
			.filter((one) -> one.deadline() - now <= 0)
			.map(Awaited::announcement)
			.toList();
	}

	/**
	 * An announcement that waits to be confirmed.
	 *
	 * @param announcement the announcement
	 * @param deadline the monotonic time by which it must be, in nanoseconds
	 */
	private record Awaited(Entry announcement, long deadline) {
	}

}
