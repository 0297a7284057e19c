package io.broadsheet.related;

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
final class PerSegment<T> {

	private final Map<IndexReader.CacheKey, T> values = new ConcurrentHashMap<>();

	private final Reading<T> reading;

	/**
	 * @param reading makes it
	 */
	PerSegment(Reading<T> reading) {
		this.reading = reading;
	}

	/** What there is of a segment in the state that is read. */
	T of(LeafReader segment) throws IOException {
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
	interface Reading<T> {

		/** Makes it from a segment and what was known of an earlier state of it. */
		T read(LeafReader segment, @Nullable T known) throws IOException;

	}

}
