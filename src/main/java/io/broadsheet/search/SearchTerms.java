package io.broadsheet.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
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

	/** How much of an article's score is there for all words being as they were typed. */
	int allAsTyped() {
		return this.words.stream()
			.mapToInt((word) -> WordLookup.fixed(WordLookup.AS_TYPED_WEIGHT * word.weight()))
			.sum();
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
	 * @param slips what it can be a slip of, looked up when first somebody asks
	 * @param weight how much it says: its inverse document frequency
	 */
	record Weighted(Word word, Collection<String> names, Supplier<Near> slips, float weight) {

		/** A word that is no slip. */
		Weighted(Word word, Collection<String> names) {
			this(word, names, () -> Near.NOTHING, 1);
		}

		/** What it can be a slip of. */
		Near near() {
			return this.slips.get();
		}

		/** Its stems; none if it is in quotes, as then it is meant as it is spelled. */
		Set<String> stems() {
			return this.word.part().phrase() ? Set.of() : this.word.forms().stems();
		}

		/** Its spellings and stems. */
		Set<String> terms() {
			Set<String> terms = new LinkedHashSet<>(this.word.forms().spellings());
			terms.addAll(stems());
			return terms;
		}

		Weighted weighing(float other) {
			return new Weighted(this.word, this.names, this.slips, other);
		}

	}

	/**
	 * What a word can be a slip of.
	 *
	 * @param words words
	 * @param inHeadline more of them, so frequent that only headlines with them matter
	 * @param names the ids of topics and authors in whose names such a word is
	 */
	record Near(Set<String> words, Set<String> inHeadline, Collection<String> names) {

		/** Nothing. */
		static final Near NOTHING = new Near(Set.of(), Set.of(), Set.of());

	}

}
