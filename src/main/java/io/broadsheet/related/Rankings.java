package io.broadsheet.related;

import io.broadsheet.section.Sections;
import org.apache.lucene.index.IndexReader;

import org.springframework.stereotype.Component;

/** Makes a {@link Ranking} for each state of the index, by what the newsroom decides. */
@Component
class Rankings {

	private final RelatedSettings settings;

	private final Sections sections;

	private final Departed departed;

	Rankings(RelatedSettings settings, Sections sections, Departed departed) {
		this.settings = settings;
		this.sections = sections;
		this.departed = departed;
	}

	Ranking over(IndexReader reader) {
		return new Ranking(reader, this.departed, this.settings, this.sections::branch);
	}

}
