package io.broadsheet.related;

import java.util.List;

import io.broadsheet.graph.NodeId;

/**
 * What stands beside an article.
 *
 * @param language the tag of the article's language
 * @param stories the stories, best first
 * @param next those that would stand there if more were wanted; none if it was packed
 * since
 */
record Related(String language, List<Story> stories, List<NodeId> next) {

	static final Related NOTHING = new Related("en", List.of(), List.of());

	/**
	 * One of them.
	 *
	 * @param id the article
	 * @param score how near it is, from 0 to 1
	 * @param reasons why it stands there; their shares add up to the score
	 */
	record Story(NodeId id, double score, List<Reason> reasons) {
	}

}
