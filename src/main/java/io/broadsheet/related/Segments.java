package io.broadsheet.related;

import java.io.IOException;

import io.broadsheet.search.PerSegment;
import org.apache.lucene.index.LeafReader;

import org.springframework.stereotype.Component;

/**
 * What is kept in memory of the index's segments, so that their terms are counted rightly
 * and quickly.
 */
@Component
class Segments {

	private final PerSegment<DepartedTerms> departed = new PerSegment<>(
			(segment, known) -> ((known != null) ? known : DepartedTerms.NONE).asOf(segment));

	private final PerSegment<PerField<StemTable>> stems = new PerSegment<>(
			(segment, known) -> (known != null) ? known : new PerField<>(StemTable::of));

	/**
	 * The terms of a segment's articles that are gone or were written anew. The index
	 * counts them until it merges the segment with others, which happens at some time;
	 * with this nobody sees a difference.
	 */
	DepartedTerms departed(LeafReader segment) throws IOException {
		return (segment.getLiveDocs() == null) ? DepartedTerms.NONE : this.departed.of(segment);
	}

	/** How many of a segment's articles have which stems. */
	PerField<StemTable> stems(LeafReader segment) throws IOException {
		return this.stems.of(segment);
	}

}
