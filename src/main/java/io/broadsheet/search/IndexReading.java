package io.broadsheet.search;

import java.io.IOException;

import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Something that is computed from one state of the index.
 *
 * @param <T> what is computed
 */
@FunctionalInterface
public interface IndexReading<T extends @Nullable Object> {

	/**
	 * Computes it.
	 * @param searcher searches a state that stays the same until this returns; it must
	 * not be kept
	 * @return what was computed
	 * @throws IOException if the index cannot be read
	 */
	T read(IndexSearcher searcher) throws IOException;

}
