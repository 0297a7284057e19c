package io.broadsheet.bench;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Made-up words that are as frequent in texts as those of a language: the nth most
 * frequent has an nth of the first one's frequency (Zipf, "Human Behavior and the
 * Principle of Least Effort", 1949).
 */
public final class ZipfWords {

	private final String[] words;

	/**
	 * @param words how many words the language has
	 */
	public ZipfWords(int words) {
		this.words = IntStream.range(0, words).mapToObj(ZipfWords::spell).toArray(String[]::new);
	}

	/**
	 * A word by its frequency.
	 * @param rank how many are more frequent
	 * @return the word
	 */
	public String word(int rank) {
		return this.words[rank];
	}

	/**
	 * Draws a word, the frequent ones more often.
	 * @param random draws it
	 * @return its rank
	 */
	public int rank(RandomGenerator random) {
		return (int) Math.pow(this.words.length, random.nextDouble()) - 1;
	}

	/**
	 * Draws a text.
	 * @param length how many words it has
	 * @param random draws them
	 * @return them, with spaces between
	 */
	public String text(int length, RandomGenerator random) {
		String[] text = new String[length];
		Arrays.setAll(text, (n) -> word(rank(random)));
		return String.join(" ", text);
	}

	/** Syllables that differ for each number. */
	private static String spell(int number) {
		StringBuilder word = new StringBuilder();
		for (int rest = number + 37; rest > 0; rest /= 60) {
			word.append("bdfgklmnprst".charAt(rest % 12)).append("aeiou".charAt(rest % 60 / 12));
		}
		return word.append('l').toString();
	}

}
