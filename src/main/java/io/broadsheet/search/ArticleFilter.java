package io.broadsheet.search;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.broadsheet.graph.NodeId;
import io.broadsheet.section.Sections;
import io.broadsheet.topic.Topics;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a list has. All that is set must hold; a set that is empty says nothing.
 *
 * @param sections they stand in any of these or in what is within them
 * @param authors any of these is in their bylines
 * @param topicsAny they are about any of these
 * @param topicsAll they are about each of these
 * @param topicsNone they are about none of these
 * @param publishedAfter they were published then or later
 * @param publishedBefore they were published earlier than then
 * @param languages they are written in any of these, or in a variety of it
 */
record ArticleFilter(Set<NodeId> sections, Set<NodeId> authors, Set<NodeId> topicsAny, Set<NodeId> topicsAll,
		Set<NodeId> topicsNone, @Nullable Instant publishedAfter, @Nullable Instant publishedBefore,
		Set<String> languages) {

	/** All articles. */
	static final ArticleFilter ALL = new ArticleFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null,
			Set.of());

	/** As many alternatives are looked up one by one; of more a bit set is made first. */
	private static final int MAX_ALTERNATIVES = 256;

	/**
	 * The filter that clients write, with the topics that stand now for those it names.
	 */
	static ArticleFilter of(@Nullable ArticleFilterInput input, Topics topics) {
		return (input != null) ? input.checked().with(topics) : ALL;
	}

	/** Matches what the filter lets through. */
	Query query(Sections tree) {
		BooleanQuery.Builder query = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
		addTo(query, tree);
		return query.build();
	}

	/** Adds what must hold to a query. */
	void addTo(BooleanQuery.Builder query, Sections tree) {
		if (!this.sections.isEmpty()) {
			query.add(inSections(this.sections, tree), Occur.FILTER);
		}
		addAny(query, FieldNames.AUTHOR, values(this.authors));
		addAny(query, FieldNames.TOPIC, values(this.topicsAny));
		this.topicsAll.forEach((id) -> query.add(is(FieldNames.TOPIC, id.value()), Occur.FILTER));
		this.topicsNone.forEach((id) -> query.add(is(FieldNames.TOPIC, id.value()), Occur.MUST_NOT));
		addAny(query, FieldNames.LANGUAGE,
				this.languages.stream().map((tag) -> tag.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
		if (this.publishedAfter != null || this.publishedBefore != null) {
			query.add(published(), Occur.FILTER);
		}
	}

	static Query is(String field, String value) {
		return new TermQuery(new Term(field, value));
	}

	static Query inSections(Collection<NodeId> sections, Sections tree) {
		Set<String> branches = sections.stream()
			.flatMap((id) -> tree.branch(id).stream())
			.map(NodeId::value)
			.collect(Collectors.toSet());
		return any(FieldNames.SECTION, branches);
	}

	/** The filter in one spelling, so that cursors can tell it from another. */
	String name() {
		return Stream
			.of(this.sections, this.authors, this.topicsAny, this.topicsAll, this.topicsNone, this.languages,
					String.valueOf(this.publishedAfter), String.valueOf(this.publishedBefore))
			.map(Object::toString)
			.collect(Collectors.joining("|"));
	}

	private ArticleFilter with(Topics topics) {
		return new ArticleFilter(this.sections, this.authors, current(this.topicsAny, topics),
				current(this.topicsAll, topics), current(this.topicsNone, topics), this.publishedAfter,
				this.publishedBefore, this.languages);
	}

	private static Set<NodeId> current(Set<NodeId> ids, Topics topics) {
		return ids.stream().map(topics::current).collect(Collectors.toCollection(TreeSet::new));
	}

	private static void addAny(BooleanQuery.Builder query, String field, Set<String> values) {
		if (!values.isEmpty()) {
			query.add(any(field, values), Occur.FILTER);
		}
	}

	private static Query any(String field, Set<String> values) {
		if (values.size() == 1) {
			return is(field, values.iterator().next());
		}
		if (values.size() > MAX_ALTERNATIVES) {
			return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
		}
		BooleanQuery.Builder alternatives = new BooleanQuery.Builder();
		values.forEach((value) -> alternatives.add(is(field, value), Occur.SHOULD));
		return alternatives.build();
	}

	private Query published() {
		long from = (this.publishedAfter != null) ? millisFrom(this.publishedAfter) : Long.MIN_VALUE;
		long to = (this.publishedBefore != null) ? millisFrom(this.publishedBefore) - 1 : Long.MAX_VALUE;
		return NumericDocValuesField.newSlowRangeQuery(FieldNames.PUBLISHED_AT, from, to);
	}

	/** The first millisecond that is not before a moment. */
	private static long millisFrom(Instant moment) {
		return moment.minusNanos(1).toEpochMilli() + 1;
	}

	private static Set<String> values(Set<NodeId> ids) {
		return ids.stream().map(NodeId::value).collect(Collectors.toSet());
	}

}
