package io.broadsheet.related;

import java.util.List;

import io.broadsheet.graph.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What articles are compared by.
 *
 * @param id its id
 * @param language the tag of its language, in lower case
 * @param publishedAt when it was published, in milliseconds
 * @param section its section
 * @param authors its authors
 * @param topics its topics
 * @param picks what its editors pinned beside it
 * @param series a hash of the series that it belongs to, as far as its headline tells; 0
 * for none
 * @param lengths how long it is
 * @param stems the stems of its words
 */
record Traits(NodeId id, String language, long publishedAt, @Nullable NodeId section, List<NodeId> authors,
		List<NodeId> topics, List<NodeId> picks, int series, Lengths lengths, TermCounts stems) {

	/** The language without script and region. */
	String primaryLanguage() {
		return primary(this.language);
	}

	/** A language's tag without script and region. */
	static String primary(String tag) {
		int end = tag.indexOf('-');
		return (end < 0) ? tag : tag.substring(0, end);
	}

}
