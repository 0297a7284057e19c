package io.broadsheet.search;

import java.io.IOException;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/** When the articles of a segment were published, which it has newest first. */
final class SegmentDates {

	private final SearchQueries queries;

	private final LeafReader reader;

	/**
	 * @param queries the search, which has a moment from which on articles are old
	 * @param reader the segment
	 */
	SegmentDates(SearchQueries queries, LeafReader reader) {
		this.queries = queries;
		this.reader = reader;
	}

	/** The first article that does not become more recent yet. */
	int firstOld() throws IOException {
		NumericDocValues published = published();
		int document = 0;
		while (document < this.reader.maxDoc() && published.advanceExact(document)
				&& published.longValue() > this.queries.now()) {
			document++;
		}
		return document;
	}

	/** No article has more for being recent. */
	float mostForRecency() throws IOException {
		NumericDocValues published = published();
		boolean anyOld = published.advanceExact(0) && published.longValue() <= this.queries.now();
		return this.queries.mostForRecency() * (anyOld ? this.queries.recency(published.longValue()) : 1);
	}

	private NumericDocValues published() throws IOException {
		return DocValues.getNumeric(this.reader, FieldNames.PUBLISHED_AT);
	}

}
