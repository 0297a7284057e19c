package io.broadsheet.article;

/**
 * How long a story takes to read.
 *
 * @param minutes rounded up, at least one
 * @param words how many words were counted
 * @param label as a reader sees it, such as {@code 3 min read}
 */
public record ReadingTime(int minutes, int words, String label) {

	ReadingTime(int minutes, int words) {
		this(minutes, words, minutes + " min read");
	}

}
