package io.broadsheet.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import io.broadsheet.store.ChangeLog.Entry;
import io.broadsheet.store.UnfinishedWrites.OwnWrite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

	private static final Logger logger = LoggerFactory.getLogger(StoredChangeFeed.class);

	/** So many nodes as fit into one entry with room to spare. */
	private static final int NODES_PER_ENTRY = 1_000;

	/** Longer than any write takes that is still going to succeed. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final String writer = UUID.randomUUID().toString();

	private final ChangeLog log;

	private final ApplicationEventPublisher events;

	private final StoreSettings settings;

	private final FeedProgress progress = new FeedProgress();

	private final ReentrantLock reading = new ReentrantLock();

	private final UnfinishedWrites unfinished = new UnfinishedWrites(PATIENCE);

	StoredChangeFeed(ChangeLog log, ApplicationEventPublisher events, StoreSettings settings) {
		this.log = log;
		this.events = events;
		this.settings = settings;
	}

	@Override
	public void write(Collection<NodeId> nodes, Runnable write) {
		startReading();
		OwnWrite own = begin(nodes);
		boolean mayStillHappen = false;
		try {
			write.run();
		}
		catch (MongoException ex) {
			// Whatever a server answers is settled; what it does not, it may do later.
			mayStillHappen = !(ex instanceof MongoServerException);
			throw ex;
		}
		finally {
			if (mayStillHappen) {
				this.unfinished.addUnsettled(own);
			}
			else {
				finish(own);
			}
		}
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
				this.events.publishEvent(new ChangesMissed());
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
			this.log.upTo(last).stream().filter((entry) -> !isOwn(entry)).forEach((entry) -> note(entry, deadline));
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
		if (isOwn(entry)) {
			return;
		}
		if (entry.announcement() != null) {
			tell(entry);
		}
		note(entry, deadline);
	}

	private boolean isOwn(Entry entry) {
		return entry.writer().equals(this.writer);
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
		tellHere(Set.copyOf(entry.nodes()));
		this.progress.confirm(entry.position());
	}

	private OwnWrite begin(Collection<NodeId> nodes) {
		long before = this.progress.beginWrite();
		try {
			return new OwnWrite(Set.copyOf(nodes), announce(List.copyOf(nodes)), before);
		}
		catch (RuntimeException ex) {
			this.progress.endWrite(before);
			throw ex;
		}
	}

	private Map<Long, Entry> announce(List<NodeId> nodes) {
		Map<Long, Entry> announced = new TreeMap<>();
		for (int start = 0; start < nodes.size(); start += NODES_PER_ENTRY) {
			List<NodeId> some = nodes.subList(start, Math.min(nodes.size(), start + NODES_PER_ENTRY));
			Entry entry = Entry.announcement(this.writer, some);
			announced.put(append(entry), entry);
		}
		return announced;
	}

	/** The write is done, whether it can be told now or not. */
	private void finish(OwnWrite own) {
		try {
			tellEverybody(own);
			this.progress.endWrite(own.before());
		}
		catch (MongoException | Problem.StoreUnavailable ex) {
			logger.warn("A write could not be told while the store was away; this will be made up for");
			logger.debug("Why it could not be told", ex);
			this.unfinished.add(own);
		}
	}

	/** Tells what could not be told before. */
	void finishWrites(long now) {
		this.unfinished.finish(now, this::tellEverybody, (own) -> this.progress.endWrite(own.before()));
	}

	private void tellEverybody(OwnWrite own) {
		try {
			tellHere(own.nodes());
		}
		finally {
			own.announced().forEach((position, entry) -> append(entry.confirmation(position)));
		}
	}

	/** A listener that fails keeps nobody from letting go of what is old. */
	private void tellHere(Set<NodeId> nodes) {
		try {
			this.events.publishEvent(new Change(nodes));
		}
		finally {
			this.events.publishEvent(new ChangeSettled(nodes));
		}
	}

	private long append(Entry entry) {
		long position = this.log.append(entry);
		this.progress.passOwn(position);
		return position;
	}

}
