package io.broadsheet.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.broadsheet.search.SearchTerms.Weighted;
import io.broadsheet.search.SearchText.Part;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Offers the likelier word when a search found little. */
@Component
class Spelling {

	/** So few articles are little. */
	private static final int FEW = 3;

	/** A likelier word is in so many times more articles. */
	private static final int LIKELIER = 5;

	private static final int SHORTEST_WITH_TWO_SLIPS = 6;

	private final Searches searches;

	private final SearchReader reader;

	private final OriginalSpelling originals;

	Spelling(Searches searches, SearchReader reader, OriginalSpelling originals) {
		this.searches = searches;
		this.reader = reader;
		this.originals = originals;
	}

	/**
	 * What may have been meant by a search.
	 * @param search what was searched for
	 * @param found how many articles have all of its words
	 * @return the same with likelier words, which finds more; null if there are none
	 */
	@Nullable String likelier(Search search, int found) {
		SearchText text = (found < FEW) ? corrected(search) : search.text();
		if (text.text().equals(search.text().text())) {
			return null;
		}
		Search other = this.searches.begin(text, search.filter());
		return (this.reader.find(other, null, 0, false).asTyped() > found) ? text.text() : null;
	}

	/** Replaces from the end, since what stands before a word stays where it is. */
	private SearchText corrected(Search search) {
		SearchText text = search.text();
		List<Weighted> words = search.terms()
			.words()
			.stream()
			.sorted(Comparator.comparingInt((word) -> -word.word().part().start()))
			.toList();
		for (Weighted word : words) {
			String better = betterThan(word);
			text = (better != null) ? text.replacing(word.word().part(), this.originals.of(better)) : text;
		}
		return text;
	}

	private @Nullable String betterThan(Weighted word) {
		Set<String> spellings = word.word().forms().spellings();
		if (spellings.isEmpty()) {
			return null;
		}
		int enough = Math.max(1, LIKELIER * frequency(word));
		String spelling = spellings.iterator().next();
		String better = mostFrequent(this.searches.vocabulary().near(spelling, 1), enough);
		if (better == null && spelling.length() >= SHORTEST_WITH_TWO_SLIPS) {
			better = mostFrequent(this.searches.vocabulary().near(spelling, 2), enough);
		}
		return better;
	}

	private int frequency(Weighted word) {
		return this.searches.frequency(new Weighted(word.word(), word.names()));
	}

	private static @Nullable String mostFrequent(Map<String, Integer> words, int atLeast) {
		return words.entrySet()
			.stream()
			.filter((word) -> word.getValue() >= atLeast)
			.max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.orElse(null);
	}

}
