package io.broadsheet.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/**
 * Something that is kept for each segment of the index, and dropped when the segment is
 * closed.
 *
 * @param <T> what is kept
 */
public final class PerSegment<T> {

	private final Map<IndexReader.CacheKey, T> values = new ConcurrentHashMap<>();

	private final Reading<T> reading;

	/**
	 * Keeps nothing yet.
	 * @param reading makes it
	 */
	public PerSegment(Reading<T> reading) {
		this.reading = reading;
	}

	/**
	 * What there is of a segment in the state that is read.
	 * @param segment the segment
	 * @return what was made of it
	 * @throws IOException if it cannot be read
	 */
	public T of(LeafReader segment) throws IOException {
		IndexReader.CacheHelper cache = segment.getCoreCacheHelper();
		if (cache == null) {
			return this.reading.read(segment, null);
		}
		T known = this.values.get(cache.getKey());
		T value = this.reading.read(segment, known);
		if (known == null) {
			cache.addClosedListener(this.values::remove);
		}
		this.values.put(cache.getKey(), value);
		return value;
	}

	/**
	 * Makes what is kept.
	 *
	 * @param <T> what is kept
	 */
	@FunctionalInterface
	public interface Reading<T> {

		/**
		 * Makes it.
		 * @param segment the segment
		 * @param known what was kept of an earlier state of it, or null
		 * @return what is kept of this state
		 * @throws IOException if the segment cannot be read
		 */
		T read(LeafReader segment, @Nullable T known) throws IOException;

	}

}
