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
 * @param total how many articles are found in all, if that matters
 * @param asTyped how many of them have all words as they were typed
 */
record SearchPage(Search search, @Nullable Rank after, List<Rank> ranks, boolean more, int total, int asTyped) {
}
