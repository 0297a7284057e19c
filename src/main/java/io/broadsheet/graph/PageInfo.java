package io.broadsheet.graph;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a page stands in its list.
 *
 * @param hasNextPage whether anything follows it
 * @param hasPreviousPage whether anything comes before it
 * @param startCursor the cursor of its first item
 * @param endCursor the cursor of its last item
 */
public record PageInfo(boolean hasNextPage, boolean hasPreviousPage, @Nullable String startCursor,
		@Nullable String endCursor) {

	/**
	 * Where some edges stand.
	 * @param edges the page's edges
	 * @param hasNextPage whether anything follows them
	 * @param hasPreviousPage whether anything comes before them
	 * @return where they stand
	 */
	public static PageInfo of(List<? extends Edge<?>> edges, boolean hasNextPage, boolean hasPreviousPage) {
		if (edges.isEmpty()) {
			return new PageInfo(hasNextPage, hasPreviousPage, null, null);
		}
		return new PageInfo(hasNextPage, hasPreviousPage, edges.getFirst().cursor(), edges.getLast().cursor());
	}

}
