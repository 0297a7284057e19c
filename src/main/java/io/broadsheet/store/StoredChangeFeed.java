package io.broadsheet.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import io.broadsheet.graph.NodeId;
import io.broadsheet.store.ChangeLog.Entry;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The feed over the {@link ChangeLog}. A write is announced before it is done and
 * confirmed afterwards. Readers act on confirmations; an announcement that is not
 * confirmed within some seconds is acted on too, since its writer may have died after the
 * write.
 */
@Component
class StoredChangeFeed implements ChangeFeed {

	/** Longer than any write takes that is still going to succeed. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final ChangeLog log;

	private final ChangeListeners listeners;

	private final StoreSettings settings;

	private final FeedProgress progress = new FeedProgress();

	private final ReentrantLock reading = new ReentrantLock();

	private final OwnWrites writes;

	StoredChangeFeed(ChangeLog log, ApplicationEventPublisher events, StoreSettings settings) {
		this.log = log;
		this.listeners = new ChangeListeners(events);
		this.settings = settings;
		this.writes = new OwnWrites(log, this.progress, this.listeners, PATIENCE);
	}

	@Override
	public void write(Collection<NodeId> nodes, Runnable write) {
		startReading();
		this.writes.run(nodes, write);
	}

	@Override
	public long position() {
		startReading();
		return this.progress.position();
	}

	@Override
	public Optional<Set<NodeId>> since(long position) {
		long last = this.log.lastPosition();
		Set<NodeId> nodes = new HashSet<>();
		long at = position;
		while (at < last) {
			List<Entry> page = this.log.after(at).orElse(List.of());
			if (page.isEmpty()) {
				return Optional.empty();
			}
			page.forEach((entry) -> nodes.addAll(entry.nodes()));
			at = page.getLast().position();
		}
		return (position <= last) ? Optional.of(nodes) : Optional.empty();
	}

	@Override
	public Set<NodeId> since(Instant moment) {
		Set<NodeId> nodes = new HashSet<>();
		this.log.forEachSince(Date.from(moment), (entry) -> nodes.addAll(entry.nodes()));
		return nodes;
	}

	/** The position, but 0 before it is known. */
	long told() {
		return this.progress.isStarted() ? this.progress.position() : 0;
	}

	/** Begins at the end, before anything is derived from what is stored. */
	void startReading() {
		if (this.progress.isStarted()) {
			return;
		}
		this.reading.lock();
		try {
			if (!this.progress.isStarted()) {
				start(this.log.lastPosition(), System.nanoTime() + PATIENCE.toNanos());
			}
		}
		finally {
			this.reading.unlock();
		}
	}

	/**
	 * Reads on, and tells what others changed.
	 * @param now a monotonic time in nanoseconds
	 */
	void readOn(long now) {
		startReading();
		this.reading.lock();
		try {
			finishWrites(now);
			long deadline = now + PATIENCE.toNanos();
			if (!readPages(deadline)) {
				long last = this.log.lastPosition();
				this.listeners.tellThatSomeWereMissed();
				start(last, deadline);
			}
			this.progress.overdue(now).forEach(this::tell);
		}
		finally {
			this.reading.unlock();
		}
	}

	/**
	 * Others may be in the middle of a write that they announced before, though not on an
	 * embedded store, which has no others.
	 */
	private void start(long last, long deadline) {
		if (!this.settings.isEmbedded()) {
			this.log.upTo(last)
				.stream()
				.filter((entry) -> !this.writes.include(entry))
				.forEach((entry) -> note(entry, deadline));
		}
		this.progress.start(last);
	}

	/** Says whether all that was appended was still there. */
	private boolean readPages(long deadline) {
		Optional<List<Entry>> page = this.log.after(this.progress.read());
		while (page.isPresent() && !page.get().isEmpty()) {
			for (Entry entry : page.get()) {
				take(entry, deadline);
				this.progress.readTo(entry.position());
			}
			page = this.log.after(page.get().getLast().position());
		}
		return page.isPresent();
	}

	private void take(Entry entry, long deadline) {
		if (this.writes.include(entry)) {
			return;
		}
		if (entry.announcement() != null) {
			tell(entry);
		}
		note(entry, deadline);
	}

	private void note(Entry entry, long deadline) {
		if (entry.announcement() == null) {
			this.progress.await(entry, deadline);
		}
		else {
			this.progress.confirm(entry.announcement());
		}
	}

	private void tell(Entry entry) {
		this.listeners.tell(Set.copyOf(entry.nodes()));
		this.progress.confirm(entry.position());
	}

	/**
	 * Tells what could not be told before.
	 * @param now a monotonic time in nanoseconds
	 */
	void finishWrites(long now) {
		this.writes.finish(now);
	}

}
