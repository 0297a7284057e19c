package io.broadsheet.article;

import java.util.Collection;

/**
 * How much there is to read in a story: counted when it is written, and kept with it, so
 * that lists can tell reading times without reading bodies.
 *
 * @param words the words in scripts that part words by spaces
 * @param unspacedWords the words in scripts that do not, as ICU's dictionaries find them
 * @param unspacedCharacters the letters that those are made of
 * @param pictures the pictures
 */
public record ReadingLoad(int words, int unspacedWords, int unspacedCharacters, int pictures) {

	/** Nothing to read. */
	public static final ReadingLoad NONE = new ReadingLoad(0, 0, 0, 0);

	/**
	 * Counts what a reader reads.
	 * @param texts plain texts: brief, body, editor's comment
	 * @param pictures how many pictures stand among them
	 * @return the load
	 */
	public static ReadingLoad of(Collection<String> texts, int pictures) {
		int[] counts = new int[3];
		for (String text : texts) {
			Words words = new Words(text);
			while (words.next()) {
				counts[words.isUnspaced() ? 1 : 0]++;
				counts[2] += words.unspacedLetters();
			}
		}
		return new ReadingLoad(counts[0], counts[1], counts[2], pictures);
	}

}
