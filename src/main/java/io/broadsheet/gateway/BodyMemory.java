package io.broadsheet.gateway;

import java.util.concurrent.atomic.AtomicLong;

/** How much of requests' bodies is in memory, which many slow clients could fill. */
final class BodyMemory {

	private final long most;

	private final AtomicLong used = new AtomicLong();

	BodyMemory(long most) {
		this.most = most;
	}

	/** Takes some, to be given back; false if it is more than there is. */
	boolean take(long bytes) {
		return this.used.addAndGet(bytes) <= this.most;
	}

	void giveBack(long bytes) {
		this.used.addAndGet(-bytes);
	}

}
