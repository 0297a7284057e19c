package io.broadsheet.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Page;
import io.broadsheet.graph.PageInfo;
import io.broadsheet.graph.Selection;
import io.broadsheet.graph.Site;
import io.broadsheet.search.SearchConnection.SearchEdge;
import io.broadsheet.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** {@code Query.search}. */
@Controller
class SearchController {

	private static final ArticleFields TEXTS = new ArticleFields(Set.of("headline", "brief", "markdown", "language"));

	private final Searches searches;

	private final SearchReader reader;

	private final Spelling spelling;

	private final Facets facets;

	private final Articles articles;

	private final Topics topics;

	private final Site site;

	SearchController(Searches searches, SearchReader reader, Spelling spelling, Facets facets, Articles articles,
			Topics topics, Site site) {
		this.searches = searches;
		this.reader = reader;
		this.spelling = spelling;
		this.facets = facets;
		this.articles = articles;
		this.topics = topics;
		this.site = site;
	}

	@QueryMapping
	SearchConnection search(@Argument String query, @Argument @Nullable ArticleFilterInput filter,
			@Argument @Nullable Integer first, @Argument @Nullable String after, Selection selection) {
		int size = Page.size(first, Page.DEFAULT_SIZE);
		boolean counting = selection.contains("totalCount") || selection.contains("facets");
		SearchPage page = page(SearchText.of(query), ArticleFilter.of(filter, this.topics), size, after, counting);
		Map<NodeId, Article> found = read(page, selection);
		List<SearchEdge> edges = new ArrayList<>(page.ranks().size());
		for (Rank rank : page.ranks()) {
			Article article = found.get(rank.id());
			if (article != null) {
				edges.add(new SearchEdge(page.search().cursor(rank), article, page.search().fit(rank), page.search()));
			}
		}
		return new SearchConnection(edges, edges.stream().map(SearchEdge::node).toList(), page, page.search(),
				this.facets.of(page.search().queries().all(page.total() > page.asTyped())));
	}

	@SchemaMapping
	PageInfo pageInfo(SearchConnection connection) {
		SearchPage page = connection.page();
		Search search = page.search();
		boolean previous = page.after() != null && this.reader.anythingUpTo(search, page.after());
		if (page.ranks().isEmpty()) {
			return new PageInfo(page.more(), previous, null, null);
		}
		return new PageInfo(page.more(), previous, search.cursor(page.ranks().getFirst()),
				search.cursor(page.ranks().getLast()));
	}

	@SchemaMapping
	int totalCount(SearchConnection connection) {
		return connection.page().total();
	}

	@SchemaMapping
	@Nullable String didYouMean(SearchConnection connection) {
		return this.spelling.likelier(connection.search(), connection.page().asTyped());
	}

	@SchemaMapping
	List<Highlight> highlights(SearchEdge edge) {
		return new Highlighting(edge.search().terms(), this.site).of(edge.node());
	}

	private SearchPage page(SearchText text, ArticleFilter filter, int size, @Nullable String cursor,
			boolean counting) {
		if (cursor == null) {
			return page(this.searches.begin(text, filter), null, size, counting);
		}
		Searches.Continued continued = this.searches.goOn(text, filter, cursor);
		return page(continued.search(), continued.after(), size, counting);
	}

	/** One more than is asked for tells whether more follows. */
	private SearchPage page(Search search, @Nullable Rank after, int size, boolean counting) {
		SearchPass.Found found = this.reader.find(search, after, size + 1, counting);
		boolean more = found.page().size() > size;
		return new SearchPage(search, after, more ? found.page().subList(0, size) : found.page(), more, found.total(),
				found.asTyped());
	}

	private Map<NodeId, Article> read(SearchPage page, Selection selection) {
		ArticleFields fields = ArticleSelection.fields(selection);
		if (fields == null) {
			return Map.of();
		}
		boolean texts = selection.contains("edges/highlights");
		return this.articles.find(page.ranks().stream().map(Rank::id).toList(), texts ? fields.and(TEXTS) : fields);
	}

}
