package io.broadsheet.gateway;

import java.time.Clock;
import java.time.Instant;

/** How long to wait for a client that says nothing. */
class SocketPatience {

	private final SocketSettings settings;

	private final Clock clock;

	private final Instant openedAt;

	/** When the client was last heard of, or asked whether it is there. */
	private volatile Instant heardAt;

	private volatile boolean asked;

	SocketPatience(SocketSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.openedAt = clock.instant();
		this.heardAt = this.openedAt;
	}

	/** Notes that the client is there. */
	void heard() {
		this.asked = false;
		this.heardAt = this.clock.instant();
	}

	/**
	 * What to do about the client.
	 * @param now when
	 * @param connected whether it has said {@code connection_init}
	 */
	Verdict at(Instant now, boolean connected) {
		if (!connected && !now.isBefore(this.openedAt.plus(this.settings.initTimeout()))) {
			return Verdict.NEVER_CONNECTED;
		}
		if (now.isBefore(this.heardAt.plus(this.settings.keepAlive()))) {
			return Verdict.WAIT;
		}
		if (this.asked) {
			return Verdict.GIVE_UP;
		}
		this.asked = true;
		this.heardAt = now;
		return Verdict.ASK;
	}

	/** What can be done about a silent client. */
	enum Verdict {

		/** Nothing yet. */
		WAIT,
		/** Ask whether it is there. */
		ASK,
		/** It was asked, and did not answer. */
		GIVE_UP,
		/** It never connected. */
		NEVER_CONNECTED

	}

}
