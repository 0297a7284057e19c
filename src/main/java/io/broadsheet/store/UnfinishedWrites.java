package io.broadsheet.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import io.broadsheet.graph.NodeId;
import io.broadsheet.store.ChangeLog.Entry;

/**
 * This instance's own writes that could not be told to the end because the store had gone
 * away. Some of them the store may do even now: these are told once more after a while.
 */
class UnfinishedWrites {

	private final Queue<Unfinished> queue = new ConcurrentLinkedQueue<>();

	private final Duration patience;

	/**
	 * @param patience longer than the store takes to do what it was asked for before it
	 * went away
	 */
	UnfinishedWrites(Duration patience) {
		this.patience = patience;
	}

	/** Takes a write that was done. */
	void add(OwnWrite write) {
		this.queue.add(new Unfinished(write, true, System.nanoTime()));
	}

	/** Takes a write of which it is not known whether it was done. */
	void addUnsettled(OwnWrite write) {
		this.queue.add(new Unfinished(write, false, System.nanoTime()));
	}

	/**
	 * Finishes what it is time for.
	 * @param now a monotonic time in nanoseconds
	 * @param tell tells a write; fails if the store is still away
	 * @param finished is called with each write that need not be told again
	 */
	void finish(long now, Consumer<OwnWrite> tell, Consumer<OwnWrite> finished) {
		for (Unfinished one : List.copyOf(this.queue)) {
			if (one.due() - now > 0) {
				continue;
			}
			tell.accept(one.write());
			this.queue.remove(one);
			if (one.isSettled()) {
				finished.accept(one.write());
			}
			else {
				this.queue.add(new Unfinished(one.write(), true, now + this.patience.toNanos()));
			}
		}
	}

	/**
	 * A write of this instance.
	 *
	 * @param nodes what it touches
	 * @param announced the entries that announced it, by their positions
	 * @param before how far the feed was read when it began
	 */
	record OwnWrite(Set<NodeId> nodes, Map<Long, Entry> announced, long before) {
	}

	/**
	 * @param write the write
	 * @param isSettled whether telling it once is enough
	 * @param due when to tell it, a monotonic time in nanoseconds
	 */
	private record Unfinished(OwnWrite write, boolean isSettled, long due) {
	}

}
