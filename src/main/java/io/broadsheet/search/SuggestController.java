package io.broadsheet.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Page;
import io.broadsheet.graph.Problem;
import io.broadsheet.graph.Selection;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** {@code Query.suggest}. */
@Controller
class SuggestController {

	private static final int DEFAULT_SIZE = 10;

	private final Suggestions suggestions;

	private final Articles articles;

	SuggestController(Suggestions suggestions, Articles articles) {
		this.suggestions = suggestions;
		this.articles = articles;
	}

	@QueryMapping
	List<Object> suggest(@Argument String prefix, @Argument @Nullable Integer first, Selection selection) {
		if (prefix.codePointCount(0, prefix.length()) > SearchText.MAX_LENGTH) {
			throw new Problem.BadUserInput("The prefix is longer than %d characters.".formatted(SearchText.MAX_LENGTH),
					"prefix");
		}
		List<Object> suggested = this.suggestions.of(prefix, Page.size(first, DEFAULT_SIZE));
		List<NodeId> ids = suggested.stream().filter(NodeId.class::isInstance).map(NodeId.class::cast).toList();
		Map<NodeId, Article> found = this.articles.find(ids, ArticleFields.of(selection));
		List<Object> there = new ArrayList<>(suggested.size());
		for (Object one : suggested) {
			Object value = (one instanceof NodeId id) ? found.get(id) : one;
			if (value != null) {
				there.add(value);
			}
		}
		return there;
	}

}
