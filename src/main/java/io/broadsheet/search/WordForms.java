package io.broadsheet.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The forms in which a word or phrase can stand in articles, over all languages that
 * articles are written in.
 *
 * @param spellings as one term, the way it is spelled
 * @param stems as one term, reduced to its stem
 * @param sequences as several terms one after the other
 */
record WordForms(Set<String> spellings, Set<String> stems, Set<List<String>> sequences) {

	boolean isEmpty() {
		return this.spellings.isEmpty() && this.sequences.isEmpty();
	}

	/** All that are one term. */
	Set<String> terms() {
		Set<String> terms = new LinkedHashSet<>(this.spellings);
		terms.addAll(this.stems);
		return terms;
	}

}
