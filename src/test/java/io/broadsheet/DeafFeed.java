package io.broadsheet;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import io.broadsheet.graph.NodeId;
import io.broadsheet.store.ChangeFeed;

/** The feed of an instance that has not heard of what others do yet. */
public final class DeafFeed implements ChangeFeed {

	@Override
	public void write(Collection<NodeId> nodes, Runnable write) {
		write.run();
	}

	@Override
	public long position() {
		return 0;
	}

	@Override
	public Optional<Set<NodeId>> since(long position) {
		return Optional.empty();
	}

	@Override
	public Set<NodeId> since(Instant moment) {
		return Set.of();
	}

}
