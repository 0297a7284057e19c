package io.broadsheet.related;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.Terms;

/**
 * Something that is kept of each field of a segment that was asked for, one a language.
 *
 * @param <T> what is kept
 */
final class PerField<T> {

	private final Map<String, T> values = new ConcurrentHashMap<>();

	private final Reading<T> reading;

	/**
	 * @param reading makes it
	 */
	PerField(Reading<T> reading) {
		this.reading = reading;
	}

	/** What there is of a field, whose terms the segment has. */
	T of(String field, Terms terms) throws IOException {
		T known = this.values.get(field);
		if (known == null) {
			known = this.reading.read(terms);
			this.values.put(field, known);
		}
		return known;
	}

	/**
	 * Makes what is kept.
	 *
	 * @param <T> what is kept
	 */
	interface Reading<T> {

		T read(Terms terms) throws IOException;

	}

}
