package io.broadsheet.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.broadsheet.author.Author;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Page;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What the articles of a list have in common, the most frequent first. */
@Controller
class FacetsController {

	private static final int DEFAULT_SIZE = 10;

	private final Sections sections;

	private final Topics topics;

	private final Authors authors;

	FacetsController(Sections sections, Topics topics, Authors authors) {
		this.sections = sections;
		this.topics = topics;
		this.authors = authors;
	}

	@SchemaMapping(typeName = "ArticleFacets")
	List<SectionCount> sections(ArticleFacets facets) {
		Map<Section, Integer> sums = new HashMap<>();
		counts(facets, FieldNames.SECTION, this.sections::find).forEach((section, count) -> {
			sums.merge(section, count, Integer::sum);
			this.sections.ancestors(section).forEach((ancestor) -> sums.merge(ancestor, count, Integer::sum));
		});
		return bestFirst(sums, Section::name, Integer.MAX_VALUE, SectionCount::new);
	}

	@SchemaMapping(typeName = "ArticleFacets")
	List<TopicCount> topics(ArticleFacets facets, @Argument @Nullable Integer first) {
		return bestFirst(counts(facets, FieldNames.TOPIC, this.topics::find), Topic::name,
				Page.size(first, DEFAULT_SIZE), TopicCount::new);
	}

	@SchemaMapping(typeName = "ArticleFacets")
	List<AuthorCount> authors(ArticleFacets facets, @Argument @Nullable Integer first) {
		return bestFirst(counts(facets, FieldNames.AUTHOR, this.authors::find), Author::name,
				Page.size(first, DEFAULT_SIZE), AuthorCount::new);
	}

	@SchemaMapping(typeName = "ArticleFacets")
	List<YearCount> years(ArticleFacets facets) {
		return facets.of(FieldNames.YEAR)
			.entrySet()
			.stream()
			.map((counted) -> new YearCount(Integer.parseInt(counted.getKey()), counted.getValue()))
			.sorted(Comparator.comparingInt(YearCount::count).thenComparingInt(YearCount::year).reversed())
			.toList();
	}

	/** Counts by what is counted; what is gone is left out. */
	private static <T> Map<T, Integer> counts(ArticleFacets facets, String field,
			Function<NodeId, @Nullable T> finder) {
		Map<T, Integer> counts = new HashMap<>();
		facets.of(field).forEach((id, count) -> {
			T found = finder.apply(new NodeId(id));
			if (found != null) {
				counts.put(found, count);
			}
		});
		return counts;
	}

	private static <T, C> List<C> bestFirst(Map<T, Integer> counts, Function<T, String> name, int size,
			BiFunction<T, Integer, C> result) {
		return counts.entrySet()
			.stream()
			.sorted(Map.Entry.<T, Integer>comparingByValue()
				.reversed()
				.thenComparing((counted) -> name.apply(counted.getKey()), NameOrder.COMPARATOR))
			.limit(size)
			.map((counted) -> result.apply(counted.getKey(), counted.getValue()))
			.toList();
	}

	record SectionCount(Section section, int count) {
	}

	record TopicCount(Topic topic, int count) {
	}

	record AuthorCount(Author author, int count) {
	}

	record YearCount(int year, int count) {
	}

}
