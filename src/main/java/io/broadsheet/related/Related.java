package io.broadsheet.related;

import java.util.List;

import io.broadsheet.graph.NodeId;

/**
 * What stands beside an article.
 *
 * @param language the tag of the article's language
 * @param stories the stories, best first
 */
record Related(String language, List<Story> stories) {

	static final Related NOTHING = new Related("en", List.of());

	/**
	 * One of them.
	 *
	 * @param id the article
	 * @param score how near it is, from 0 to 1
	 * @param reasons why it stands there; their shares add up to the score
	 */
	record Story(NodeId id, double score, List<Reason> reasons) {
	}

	boolean has(NodeId id) {
		return this.stories.stream().anyMatch((story) -> story.id().equals(id));
	}

}
