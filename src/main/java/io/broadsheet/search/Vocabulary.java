package io.broadsheet.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * The words that articles have, and how many have each.
 *
 * @param index the index
 */
record Vocabulary(ArticleIndex index) {

	/** The shortest word that can be taken for a slip of another. */
	private static final int SHORTEST = 3;

	private static final int MAX_WORK = Operations.DEFAULT_DETERMINIZE_WORK_LIMIT;

	/** How many articles there are. */
	int articles() {
		return this.index.read((searcher) -> searcher.getIndexReader().numDocs());
	}

	/** In how many articles the most frequent of some forms of a word is. */
	int frequency(WordForms forms) {
		return this.index.read((searcher) -> {
			int frequency = 0;
			for (String form : forms.terms()) {
				frequency = Math.max(frequency, searcher.getIndexReader().docFreq(new Term(FieldNames.TEXT, form)));
			}
			return frequency;
		});
	}

	/**
	 * The words that are so near to a word that they can be meant by it: one letter is
	 * another, is missing, is too many, or two neighbours are swapped (Damerau, "A
	 * technique for computer detection and correction of spelling errors", 1964).
	 * @param word the word, folded
	 * @param slips how many slips, 1 or 2
	 * @return the other words and in how many articles each is
	 */
	Map<String, Integer> near(String word, int slips) {
		if (word.codePointCount(0, word.length()) < SHORTEST || !word.codePoints().allMatch(Character::isAlphabetic)) {
			return Map.of();
		}
		return this.index.remember(word, "near" + slips, (searcher) -> {
			Map<String, Integer> found = matching(automaton(word, slips), searcher.getIndexReader());
			found.remove(word);
			return found;
		});
	}

	/** The words of names that are so near to a word. */
	static Set<String> nearNames(String word, NameWords names) {
		if (word.codePointCount(0, word.length()) <= SHORTEST) {
			return Set.of();
		}
		CharacterRunAutomaton near = new CharacterRunAutomaton(
				Operations.determinize(new LevenshteinAutomata(word, true).toAutomaton(1), MAX_WORK));
		return names.words((other) -> !other.equals(word) && near.run(other));
	}

	private static Map<String, Integer> matching(CompiledAutomaton automaton, IndexReader reader) throws IOException {
		Map<String, Integer> found = new HashMap<>();
		for (LeafReaderContext leaf : reader.leaves()) {
			Terms terms = leaf.reader().terms(FieldNames.TEXT);
			TermsEnum matching = (terms != null) ? automaton.getTermsEnum(terms) : TermsEnum.EMPTY;
			for (BytesRef term = matching.next(); term != null; term = matching.next()) {
				if (term.bytes[term.offset] != WordFormsFilter.STEM_MARK) {
					found.merge(term.utf8ToString(), matching.docFreq(), Integer::sum);
				}
			}
		}
		return found;
	}

	/** In the shortest words a slip in the first letter makes any word of any other. */
	private static CompiledAutomaton automaton(String word, int slips) {
		int first = word.offsetByCodePoints(0, 1);
		boolean shortest = word.codePointCount(0, word.length()) == SHORTEST;
		String fixed = shortest ? word.substring(0, first) : "";
		LevenshteinAutomata near = new LevenshteinAutomata(word.substring(fixed.length()), true);
		return new CompiledAutomaton(near.toAutomaton(slips, fixed), true, true);
	}

}
