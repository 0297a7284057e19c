package io.broadsheet.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

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

	/** So many nodes as fit into one entry with room to spare. */
	private static final int NODES_PER_ENTRY = 1_000;

	/** Longer than any write takes that is still going to succeed. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final String writer = UUID.randomUUID().toString();

	private final ChangeLog log;

	private final ApplicationEventPublisher events;

	/**
	 * Announcements of others that wait to be confirmed, with the time by which they must
	 * be.
	 */
	private final TreeMap<Long, Awaited> awaited = new TreeMap<>();

	private long read = -1;

	StoredChangeFeed(ChangeLog log, ApplicationEventPublisher events) {
		this.log = log;
		this.events = events;
	}

	@Override
	public void write(Collection<NodeId> nodes, Runnable write) {
		startReading();
		Map<Long, Entry> announced = announce(List.copyOf(nodes));
		try {
			write.run();
		}
		finally {
			tellEverybody(nodes, announced);
		}
	}

	@Override
	public synchronized long position() {
		startReading();
		return this.awaited.isEmpty() ? this.read : Math.min(this.read, this.awaited.firstKey() - 1);
	}

	@Override
	public Optional<Set<NodeId>> since(long position) {
		Set<NodeId> nodes = new HashSet<>();
		long at = position;
		for (List<Entry> page = this.log.after(at); !page.isEmpty(); page = this.log.after(at)) {
			if (page.getFirst().position() != at + 1) {
				return Optional.empty();
			}
			page.forEach((entry) -> nodes.addAll(entry.nodes()));
			at = page.getLast().position();
		}
		return (at >= this.log.lastPosition()) ? Optional.of(nodes) : Optional.empty();
	}

	/** Begins at the end, before anything is derived from what is stored. */
	synchronized void startReading() {
		if (this.read < 0) {
			this.read = this.log.lastPosition();
		}
	}

	/**
	 * Reads on, and tells what others changed.
	 * @param now a monotonic time in nanoseconds
	 */
	synchronized void readOn(long now) {
		startReading();
		for (List<Entry> page = this.log.after(this.read); !page.isEmpty(); page = this.log.after(this.read)) {
			if (page.getFirst().position() != this.read + 1) {
				this.events.publishEvent(new ChangesMissed());
			}
			page.forEach((entry) -> take(entry, now));
			this.read = page.getLast().position();
		}
		giveUpWaiting(now);
	}

	private void tellEverybody(Collection<NodeId> nodes, Map<Long, Entry> announced) {
		try {
			this.events.publishEvent(new Change(Set.copyOf(nodes)));
		}
		finally {
			announced.forEach((position, entry) -> this.log.append(entry.confirmation(position)));
		}
	}

	private void take(Entry entry, long now) {
		if (entry.writer().equals(this.writer)) {
			return;
		}
		if (entry.announcement() == null) {
			this.awaited.put(entry.position(), new Awaited(entry, now + PATIENCE.toNanos()));
			return;
		}
		this.awaited.remove(entry.announcement());
		tell(entry);
	}

	private void giveUpWaiting(long now) {
		List<Awaited> over = this.awaited.values().stream().filter((one) -> one.until() - now <= 0).toList();
		over.forEach((one) -> {
			this.awaited.remove(one.entry().position());
			tell(one.entry());
		});
	}

	private void tell(Entry entry) {
		this.events.publishEvent(new Change(Set.copyOf(entry.nodes())));
	}

	private Map<Long, Entry> announce(List<NodeId> nodes) {
		Map<Long, Entry> announced = new TreeMap<>();
		for (int start = 0; start < nodes.size(); start += NODES_PER_ENTRY) {
			List<NodeId> some = new ArrayList<>(nodes.subList(start, Math.min(nodes.size(), start + NODES_PER_ENTRY)));
			Entry entry = Entry.announcement(this.writer, some);
			announced.put(this.log.append(entry), entry);
		}
		return announced;
	}

	/**
	 * An announcement that waits to be confirmed.
	 *
	 * @param entry the announcement
	 * @param until the monotonic time by which it must be, in nanoseconds
	 */
	private record Awaited(Entry entry, long until) {
	}

}
