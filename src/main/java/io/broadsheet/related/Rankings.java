package io.broadsheet.related;

import io.broadsheet.section.Sections;
import org.apache.lucene.index.IndexReader;

import org.springframework.stereotype.Component;

/** Makes a {@link Ranking} for each state of the index, by what the newsroom decides. */
@Component
class Rankings {

	private final RelatedSettings settings;

	private final Sections sections;

	private final Segments segments;

	Rankings(RelatedSettings settings, Sections sections, Segments segments) {
		this.settings = settings;
		this.sections = sections;
		this.segments = segments;
	}

	Ranking over(IndexReader reader) {
		return new Ranking(reader, this.segments, this.settings, this.sections::branch);
	}

}
