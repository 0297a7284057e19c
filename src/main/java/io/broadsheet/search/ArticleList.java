package io.broadsheet.search;

import java.util.Set;

import io.broadsheet.author.Author;
import io.broadsheet.graph.Cursor;
import io.broadsheet.graph.NodeId;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * One list of articles.
 *
 * @param parent the section, author or topic whose list it is; null for the list of all
 * @param filter which of its articles are wanted
 * @param order in which order
 */
record ArticleList(@Nullable NodeId parent, ArticleFilter filter, ArticleOrder order) {

	/** What the index is asked for. */
	Query query(Sections tree) {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
		if (this.parent != null) {
			query.add(within(this.parent, tree), Occur.FILTER);
		}
		this.filter.addTo(query, tree);
		return query.build();
	}

	/** The cursor of a place in this list. */
	String cursor(Position position) {
		return Cursor.write(name(), position.toBytes());
	}

	/**
	 * The place of a cursor in this list.
	 * @param cursor the cursor, if one is given
	 * @param argument the argument in which it is given
	 * @throws io.broadsheet.graph.Problem.BadUserInput if it is none of this list
	 */
	@Nullable Position position(@Nullable String cursor, String argument) {
		if (cursor == null) {
			return null;
		}
		return Position.of(Cursor.read(name(), cursor, argument), this.order.field());
	}

	private static Query within(NodeId parent, Sections tree) {
		return switch (parent.kind()) {
			case Section.KIND -> ArticleFilter.inSections(Set.of(parent), tree);
			case Author.KIND -> ArticleFilter.is(FieldNames.AUTHOR, parent.value());
			default -> ArticleFilter.is(FieldNames.TOPIC, parent.value());
		};
	}

	private String name() {
		return "articles|" + this.parent + "|" + this.filter.name() + "|" + this.order;
	}

}
