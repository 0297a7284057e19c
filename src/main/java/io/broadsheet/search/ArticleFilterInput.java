package io.broadsheet.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.broadsheet.author.Author;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import org.jspecify.annotations.Nullable;

/** A filter of articles as clients write it. */
record ArticleFilterInput(@Nullable List<String> sections, @Nullable List<String> authors,
		@Nullable List<String> topicsAny, @Nullable List<String> topicsAll, @Nullable List<String> topicsNone,
		@Nullable Instant publishedAfter, @Nullable Instant publishedBefore, @Nullable List<String> languages) {

	private static final String ARGUMENT = "filter";

	private static final int MAX_VALUES = 500;

	/**
	 * The filter, once its values are found to be right.
	 * @throws Problem.BadUserInput if one is not
	 */
	ArticleFilter checked() {
		if (this.publishedAfter != null && this.publishedBefore != null
				&& this.publishedAfter.isAfter(this.publishedBefore)) {
			throw new Problem.BadUserInput(
					"\"publishedAfter\" is later than \"publishedBefore\", so that nothing could be between them.",
					ARGUMENT, "publishedAfter");
		}
		return new ArticleFilter(ids(this.sections, "sections", Section.KIND, "a section"),
				ids(this.authors, "authors", Author.KIND, "an author"),
				ids(this.topicsAny, "topicsAny", Topic.KIND, "a topic"),
				ids(this.topicsAll, "topicsAll", Topic.KIND, "a topic"),
				ids(this.topicsNone, "topicsNone", Topic.KIND, "a topic"), this.publishedAfter, this.publishedBefore,
				languageSet());
	}

	private Set<String> languageSet() {
		return (this.languages != null) ? new TreeSet<>(bounded(this.languages, "languages")) : Set.of();
	}

	private static Set<NodeId> ids(@Nullable List<String> values, String name, char kind, String kindName) {
		Set<NodeId> ids = new TreeSet<>();
		if (values != null) {
			int position = 0;
			for (String value : bounded(values, name)) {
				ids.add(id(value, kind, kindName, name, position++));
			}
		}
		return ids;
	}

	private static NodeId id(String value, char kind, String kindName, String name, int position) {
		try {
			return NodeId.parse(value, kind, kindName);
		}
		catch (Problem.BadUserInput ex) {
			throw new Problem.BadUserInput(String.valueOf(ex.getMessage()), ARGUMENT, name, String.valueOf(position));
		}
	}

	private static <T> List<T> bounded(List<T> values, String name) {
		if (values.size() > MAX_VALUES) {
			throw new Problem.BadUserInput(
					"\"%s\" has %d values; at most %d are possible.".formatted(name, values.size(), MAX_VALUES),
					ARGUMENT, name);
		}
		return values;
	}

}
