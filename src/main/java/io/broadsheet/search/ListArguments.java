package io.broadsheet.search;

import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Page;
import io.broadsheet.topic.Topics;
import org.jspecify.annotations.Nullable;

/** The arguments that all lists of articles have. */
record ListArguments(@Nullable ArticleFilterInput filter, @Nullable ArticleOrder orderBy, @Nullable Integer first,
		@Nullable String after, @Nullable Integer last, @Nullable String before) {

	/**
	 * The list that is asked for.
	 * @param parent the section, author or topic whose list it is, or null
	 * @param topics all topics
	 */
	ArticleList list(@Nullable NodeId parent, Topics topics) {
		return new ArticleList(parent, ArticleFilter.of(this.filter, topics),
				(this.orderBy != null) ? this.orderBy : ArticleOrder.NEWEST_FIRST);
	}

	Page page() {
		return Page.of(this.first, this.after, this.last, this.before);
	}

}
