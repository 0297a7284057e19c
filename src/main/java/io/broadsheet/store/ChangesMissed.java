package io.broadsheet.store;

/**
 * The event that this instance was away for longer than the feed goes back. Whoever keeps
 * something derived from the store reads all of it anew.
 */
public record ChangesMissed() {
}
