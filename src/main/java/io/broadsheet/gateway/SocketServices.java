package io.broadsheet.gateway;

import java.time.Clock;
import java.util.random.RandomGenerator;

import reactor.core.scheduler.Scheduler;

import org.springframework.graphql.server.WebGraphQlHandler;

/**
 * What all sockets share.
 *
 * @param handler runs operations
 * @param threads on which they run, each on one of its own
 * @param signIn finds out who a client is
 * @param connections where open sockets are registered
 * @param settings what clients may do
 * @param clock the time
 * @param random makes the ids of traces
 */
record SocketServices(WebGraphQlHandler handler, Scheduler threads, SocketSignIn signIn, LiveConnections connections,
		SocketSettings settings, Clock clock, RandomGenerator random) {
}
