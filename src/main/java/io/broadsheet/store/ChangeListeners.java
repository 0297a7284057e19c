package io.broadsheet.store;

import java.util.Set;

import io.broadsheet.graph.NodeId;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Whoever on this instance listens to changes.
 *
 * @param events reaches them
 */
record ChangeListeners(ApplicationEventPublisher events) {

	/** A listener that fails keeps nobody from letting go of what is old. */
	void tell(Set<NodeId> nodes) {
		try {
			this.events.publishEvent(new Change(nodes));
		}
		finally {
			this.events.publishEvent(new ChangeSettled(nodes));
		}
	}

	/** Changes were missed, nobody knows which. */
	void tellThatSomeWereMissed() {
		this.events.publishEvent(new ChangesMissed());
	}

}
