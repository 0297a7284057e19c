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
 * @param number which one it is of its article's by its channel, counted without a gap; 0
 * before it is recorded
 */
record ShareAction(NodeId article, ShareChannel channel, String idempotencyKey, String sharer, Instant at, int number) {

	/** The same with a number. */
	ShareAction numbered(int recorded) {
		return new ShareAction(this.article, this.channel, this.idempotencyKey, this.sharer, this.at, recorded);
	}

}
