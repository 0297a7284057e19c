package io.broadsheet.search;

import java.util.List;

/**
 * A part of a list of articles.
 *
 * @param positions where its articles stand, in the list's order
 * @param more whether the list goes on beyond it, in the direction in which it was read
 */
record ListSlice(List<Position> positions, boolean more) {

	static final ListSlice EMPTY = new ListSlice(List.of(), false);

}
