package io.broadsheet.store;

/**
 * The event that something derived from the store, such as the index, was made anew as a
 * whole, as after {@link ChangesMissed}. Whoever keeps what was made of its earlier state
 * throws that away.
 */
public record ChangesCaughtUp() {
}
