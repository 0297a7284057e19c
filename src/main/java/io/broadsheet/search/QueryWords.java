package io.broadsheet.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A search's words and phrases, in the forms that articles can have them in.
 *
 * @param words the words that are wanted, those that tell anything
 * @param fillers the words that are wanted but stand in nearly every text of a language
 * @param phrases the phrases that are wanted
 * @param unwanted the words and phrases that are to be left out
 */
record QueryWords(List<Word> words, List<Word> fillers, List<Word> phrases, List<Word> unwanted) {

	/** All wanted words and phrases. */
	List<Word> wanted() {
		List<Word> wanted = new ArrayList<>(this.words);
		wanted.addAll(this.fillers);
		wanted.addAll(this.phrases);
		return wanted;
	}

	/** Whether nothing can be searched for in this. */
	boolean isEmpty() {
		return wanted().isEmpty() && this.unwanted.isEmpty();
	}

	/**
	 * A word or phrase.
	 *
	 * @param part where it stands in what was typed
	 * @param forms its forms
	 */
	record Word(SearchText.Part part, WordForms forms) {
	}

}
