package io.broadsheet.share;

import java.time.Instant;

import io.broadsheet.graph.NodeId;

/**
 * That somebody passed an article on.
 *
 * @param article the article
 * @param channel how
 * @param idempotencyKey what the client calls this one action, however often it has to
 * tell of it
 * @param sharer who it was, so far as it matters to trends: equal for the same client on
 * one day, and nothing can be read from it
 * @param at when
 */
record ShareAction(NodeId article, ShareChannel channel, String idempotencyKey, String sharer, Instant at) {
}
