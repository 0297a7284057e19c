package io.broadsheet.article;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Selection;
import org.dataloader.DataLoader;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** {@code Article.editorsPicks}, read together for all articles of a level. */
@Controller
class EditorsPicksController {

	private final Articles articles;

	EditorsPicksController(Articles articles, BatchLoaderRegistry loaders) {
		this.articles = articles;
		loaders.<Picks, List<Article>>forName("editorsPicks")
			.registerMappedBatchLoader((keys, environment) -> Mono.fromSupplier(() -> load(keys)));
	}

	@SchemaMapping
	CompletableFuture<List<Article>> editorsPicks(Article article, Selection selection,
			DataLoader<Picks, List<Article>> editorsPicks) {
		if (article.picks().isEmpty()) {
			return CompletableFuture.completedFuture(List.of());
		}
		return editorsPicks.load(new Picks(article.picks(), ArticleFields.of(selection)));
	}

	private Map<Picks, List<Article>> load(Set<Picks> keys) {
		Set<NodeId> ids = keys.stream().map(Picks::ids).flatMap(Collection::stream).collect(Collectors.toSet());
		ArticleFields fields = keys.stream().map(Picks::fields).reduce(ArticleFields::and).orElse(ArticleFields.ALL);
		Map<NodeId, Article> found = this.articles.find(ids, fields);
		Map<Picks, List<Article>> picks = new HashMap<>();
		keys.forEach((key) -> picks.put(key, key.ids().stream().filter(found::containsKey).map(found::get).toList()));
		return picks;
	}

	/**
	 * What one article's picks are read by.
	 *
	 * @param ids the picks
	 * @param fields what to read of them
	 */
	record Picks(List<NodeId> ids, ArticleFields fields) {
	}

}
