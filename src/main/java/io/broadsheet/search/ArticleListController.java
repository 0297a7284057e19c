package io.broadsheet.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.author.Author;
import io.broadsheet.graph.Edge;
import io.broadsheet.graph.InMemory;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.PageInfo;
import io.broadsheet.graph.Selection;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.Topics;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/**
 * Lists of articles, at the top and of sections, authors and topics. All lists of a level
 * are read together: where their articles stand from the index, the articles in one read.
 */
@Controller
class ArticleListController {

	private final ListReader lists;

	private final Facets facets;

	private final Articles articles;

	private final Topics topics;

	ArticleListController(ListReader lists, Facets facets, Articles articles, Topics topics,
			BatchLoaderRegistry loaders) {
		this.topics = topics;
		this.lists = lists;
		this.facets = facets;
		this.articles = articles;
		loaders.<ListRequest, ArticleConnection>forName("articleLists")
			.registerMappedBatchLoader((requests, environment) -> Mono.fromSupplier(() -> load(requests)));
	}

	@QueryMapping
	CompletableFuture<ArticleConnection> articles(@Arguments ListArguments arguments, Selection selection,
			DataLoader<ListRequest, ArticleConnection> articleLists) {
		return articleLists.load(request(null, arguments, selection));
	}

	@SchemaMapping
	CompletableFuture<ArticleConnection> articles(Section section, @Arguments ListArguments arguments,
			Selection selection, DataLoader<ListRequest, ArticleConnection> articleLists) {
		return articleLists.load(request(section.id(), arguments, selection));
	}

	@SchemaMapping
	CompletableFuture<ArticleConnection> articles(Author author, @Arguments ListArguments arguments,
			Selection selection, DataLoader<ListRequest, ArticleConnection> articleLists) {
		return articleLists.load(request(author.id(), arguments, selection));
	}

	@SchemaMapping
	CompletableFuture<ArticleConnection> articles(Topic topic, @Arguments ListArguments arguments, Selection selection,
			DataLoader<ListRequest, ArticleConnection> articleLists) {
		return articleLists.load(request(topic.id(), arguments, selection));
	}

	@InMemory
	@SchemaMapping
	List<Edge<Article>> edges(ArticleConnection connection) {
		return connection.edges().get();
	}

	@SchemaMapping
	PageInfo pageInfo(ArticleConnection connection) {
		return connection.place().get();
	}

	@SchemaMapping
	int totalCount(ArticleConnection connection) {
		return connection.total().getAsInt();
	}

	private ListRequest request(@Nullable NodeId parent, ListArguments arguments, Selection selection) {
		return new ListRequest(arguments.list(parent, this.topics), arguments.page(),
				ArticleSelection.fields(selection));
	}

	private Map<ListRequest, ArticleConnection> load(Set<ListRequest> requests) {
		Map<ListRequest, ListSlice> pages = new HashMap<>();
		requests.forEach((request) -> pages.put(request, this.lists.page(request.list(), request.page())));
		Map<NodeId, Article> found = read(pages);
		Map<ListRequest, ArticleConnection> connections = new HashMap<>();
		pages.forEach((request, slice) -> connections.put(request, connection(request, slice, found)));
		return connections;
	}

	private Map<NodeId, Article> read(Map<ListRequest, ListSlice> pages) {
		ArticleFields fields = pages.keySet()
			.stream()
			.map(ListRequest::fields)
			.filter(Objects::nonNull)
			.reduce(ArticleFields::and)
			.orElse(null);
		if (fields == null) {
			return Map.of();
		}
		Set<NodeId> ids = pages.entrySet()
			.stream()
			.filter((page) -> page.getKey().fields() != null)
			.flatMap((page) -> page.getValue().positions().stream())
			.map(Position::id)
			.collect(Collectors.toSet());
		return this.articles.find(ids, fields);
	}

	private ArticleConnection connection(ListRequest request, ListSlice slice, Map<NodeId, Article> found) {
		ArticleList list = request.list();
		List<Position> positions = slice.positions().stream().filter((one) -> found.containsKey(one.id())).toList();
		List<Article> nodes = positions.stream().map((one) -> found.get(one.id())).toList();
		return new ArticleConnection(nodes, () -> edges(list, positions, nodes),
				() -> this.lists.place(list, request.page(), slice), () -> this.lists.count(list),
				this.facets.of(this.lists.query(list)));
	}

	private static List<Edge<Article>> edges(ArticleList list, List<Position> positions, List<Article> nodes) {
		List<Edge<Article>> edges = new ArrayList<>(nodes.size());
		for (int at = 0; at < nodes.size(); at++) {
			edges.add(new Edge<>(list.cursor(positions.get(at)), nodes.get(at)));
		}
		return edges;
	}

}
