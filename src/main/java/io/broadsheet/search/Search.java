package io.broadsheet.search;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

import io.broadsheet.graph.Cursor;
import io.broadsheet.graph.NodeId;

/**
 * One search. What it knows of all articles, how much each word says, is measured when
 * its first page is asked for and travels in its cursors, so that the pages fit together.
 *
 * @param text what was typed
 * @param filter what else must hold
 * @param terms what is searched for
 * @param queries what the index is asked
 * @param day from which on articles are old, in days since 1970
 */
record Search(SearchText text, ArticleFilter filter, SearchTerms terms, SearchQueries queries, int day) {

	/** A score of so many times the words' weight is half of what can be reached. */
	private static final double GOOD = 4;

	/** The milliseconds of a day's begin. */
	static long millis(int day) {
		return Duration.ofDays(day).toMillis();
	}

	static String name(SearchText text, ArticleFilter filter) {
		return "search|" + text.text() + "|" + filter.name();
	}

	/**
	 * How well an article fits, between 0 and 1; above one half if it has all words as
	 * they were typed.
	 */
	double fit(Rank rank) {
		double share = rank.score() / (rank.score() + GOOD * Math.max(this.terms.weight(), 1));
		return (rank.asTyped() ? 1 + share : share) / 2;
	}

	String cursor(Rank rank) {
		List<SearchTerms.Weighted> weighted = this.terms.wanted();
		ByteBuffer bytes = ByteBuffer
			.allocate(Integer.BYTES + Short.BYTES + weighted.size() + 1 + Float.BYTES + NodeId.LENGTH);
		bytes.putInt(this.day).putShort((short) weighted.size());
		weighted.forEach((word) -> bytes.put(Weights.toByte(word.weight())));
		rank.write(bytes);
		return Cursor.write(name(this.text, this.filter), bytes.array());
	}

}
