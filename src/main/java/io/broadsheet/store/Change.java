package io.broadsheet.store;

import io.broadsheet.graph.NodeId;

/**
 * The event that a stored node was written or removed, by this instance or another.
 * Whoever keeps something derived from that node reads it anew, which must be idempotent:
 * a change can be told more than once. On the instance that wrote, listeners have run
 * when the write returns.
 *
 * @param node which node changed
 */
public record Change(NodeId node) {
}
