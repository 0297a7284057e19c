package io.broadsheet.gateway;

import java.time.Instant;

/**
 * A connection that stays open for as long as somebody listens: a socket, or a stream of
 * events.
 */
interface LiveConnection {

	/**
	 * Ends what has lasted too long. Called about once a second; must not wait for
	 * anybody.
	 */
	void check(Instant now);

	/**
	 * Ends all subscriptions, lets queries and mutations finish, and closes the
	 * connection then.
	 */
	void drain();

	/** Closes the connection now. */
	void end();

}
