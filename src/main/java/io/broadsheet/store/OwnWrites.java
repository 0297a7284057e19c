package io.broadsheet.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import io.broadsheet.store.ChangeLog.Entry;
import io.broadsheet.store.UnfinishedWrites.OwnWrite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This instance's own writes: each is announced to the other instances before it is done,
 * and told to them and to this one's listeners afterwards.
 */
class OwnWrites {

	private static final Logger logger = LoggerFactory.getLogger(OwnWrites.class);

	/** So many nodes as fit into one entry with room to spare. */
	private static final int NODES_PER_ENTRY = 1_000;

	private final String writer = UUID.randomUUID().toString();

	private final ChangeLog log;

	private final FeedProgress progress;

	private final ChangeListeners listeners;

	private final UnfinishedWrites unfinished;

	/**
	 * @param log is announced to
	 * @param progress keeps in mind which writes are going on
	 * @param listeners are told of writes
	 * @param patience longer than any write takes that is still going to succeed
	 */
	OwnWrites(ChangeLog log, FeedProgress progress, ChangeListeners listeners, Duration patience) {
		this.log = log;
		this.progress = progress;
		this.listeners = listeners;
		this.unfinished = new UnfinishedWrites(patience);
	}

	boolean include(Entry entry) {
		return entry.writer().equals(this.writer);
	}

	/** Does a write that changes some nodes. */
	void run(Collection<NodeId> nodes, Runnable write) {
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

	/**
	 * Tells what could not be told before.
	 * @param now a monotonic time in nanoseconds
	 */
	void finish(long now) {
		this.unfinished.finish(now, this::tellEverybody, (own) -> this.progress.endWrite(own.before()));
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

	private void tellEverybody(OwnWrite own) {
		try {
			this.listeners.tell(own.nodes());
		}
		finally {
			own.announced().forEach((position, entry) -> append(entry.confirmation(position)));
		}
	}

	private long append(Entry entry) {
		long position = this.log.append(entry);
		this.progress.passOwn(position);
		return position;
	}

}
