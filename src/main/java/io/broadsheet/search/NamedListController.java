package io.broadsheet.search;

import java.util.List;

import io.broadsheet.author.Author;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.Page;
import io.broadsheet.search.NamedList.Item;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.TopicKind;
import io.broadsheet.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** {@code Query.authors} and {@code Query.topics}, by name. */
@Controller
class NamedListController {

	private final NamedList<Author> authors;

	private final NamedList<Topic> topics;

	NamedListController(Authors authors, Topics topics) {
		this.authors = new NamedList<>(authors::all, Author::name, Author::id);
		this.topics = new NamedList<>(topics::all, Topic::name, Topic::id);
	}

	@QueryMapping
	NamedConnection<Author> authors(@Argument @Nullable Integer first, @Argument @Nullable String after,
			@Argument @Nullable Integer last, @Argument @Nullable String before) {
		return NamedList.page("authors", this.authors.all(), Page.of(first, after, last, before));
	}

	@QueryMapping
	NamedConnection<Topic> topics(@Argument @Nullable TopicKind kind, @Argument @Nullable Integer first,
			@Argument @Nullable String after, @Argument @Nullable Integer last, @Argument @Nullable String before) {
		return NamedList.page("topics|" + kind, ofKind(kind), Page.of(first, after, last, before));
	}

	private List<Item<Topic>> ofKind(@Nullable TopicKind kind) {
		List<Item<Topic>> all = this.topics.all();
		return (kind != null) ? all.stream().filter((item) -> item.value().kind() == kind).toList() : all;
	}

}
