package io.broadsheet.related;

import java.util.List;

import io.broadsheet.graph.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Why a story stands beside another.
 *
 * @param kind what kind of reason it is
 * @param share what it adds to the score
 * @param topics the topics that both are about, the rarest first
 * @param authors the authors of both
 * @param section the section of both
 * @param phrases what both mention, as the article that is asked about spells it
 */
record Reason(Kind kind, double share, List<NodeId> topics, List<NodeId> authors, @Nullable NodeId section,
		List<String> phrases) {

	/** What kind of reason it is. */
	enum Kind {

		/** The editors pinned it there. */
		EDITORS_PICK,
		/** Both are about the same topics. */
		SHARED_TOPICS,
		/** Both say alike things. */
		SIMILAR_TEXT,
		/** Both are by the same author. */
		SAME_AUTHOR,
		/** Both stand in the same section. */
		SAME_SECTION

	}

}
