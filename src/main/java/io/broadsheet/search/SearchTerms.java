package io.broadsheet.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.broadsheet.search.QueryWords.Word;

/**
 * A search's words with what they match, and how much each says.
 *
 * @param words those that tell anything
 * @param fillers those that stand in nearly every text
 * @param phrases the phrases
 * @param unwanted what is to be left out
 */
record SearchTerms(List<Weighted> words, List<Weighted> fillers, List<Weighted> phrases, List<Weighted> unwanted) {

	/** How much all that is wanted says. */
	float weight() {
		return (float) wanted().stream().mapToDouble(Weighted::weight).sum();
	}

	/** All that is wanted. */
	List<Weighted> wanted() {
		return Stream.of(this.words, this.fillers, this.phrases).flatMap(List::stream).toList();
	}

	/**
	 * A word or phrase with what it matches.
	 *
	 * @param word the word or phrase
	 * @param names the ids of topics and authors in whose names it is
	 * @param near words that it can be a slip of
	 * @param nearInHeadline more of them, so frequent that only headlines with them
	 * matter
	 * @param nearNames the ids of topics and authors in whose names such a word is
	 * @param weight how much it says: its inverse document frequency
	 */
	record Weighted(Word word, Collection<String> names, Set<String> near, Set<String> nearInHeadline,
			Collection<String> nearNames, float weight) {

		/** Its stems; none if it is in quotes, as then it is meant as it is spelled. */
		Set<String> stems() {
			return this.word.part().phrase() ? Set.of() : this.word.forms().stems();
		}

		Weighted weighing(float other) {
			return new Weighted(this.word, this.names, this.near, this.nearInHeadline, this.nearNames, other);
		}

	}

}
