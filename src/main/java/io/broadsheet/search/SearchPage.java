package io.broadsheet.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of what a search found, and whether there is more.
 *
 * @param search the search
 * @param after where the page begins, or null for the beginning
 * @param ranks what is on the page
 * @param more whether more follows
 */
record SearchPage(Search search, @Nullable Rank after, List<Rank> ranks, boolean more) {
}
