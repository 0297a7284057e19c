package io.broadsheet.share;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import graphql.GraphQLContext;
import io.broadsheet.article.Article;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.Client;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Selection;
import io.broadsheet.graph.UserError;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** {@code Article.share} and {@code Mutation.shareRecord}. */
@Controller
@EnableConfigurationProperties(ShareSettings.class)
class ShareController {

	private final ShareSettings settings;

	private final Articles articles;

	private final ShareTallies tallies;

	private final ShareRecorder recorder;

	ShareController(ShareSettings settings, Articles articles, ShareTallies tallies, ShareRecorder recorder,
			BatchLoaderRegistry loaders) {
		this.settings = settings;
		this.articles = articles;
		this.tallies = tallies;
		this.recorder = recorder;
		loaders.<NodeId, ShareCounts>forName("shareCounts")
			.registerMappedBatchLoader((ids, environment) -> Mono.fromSupplier(() -> counts(ids)));
	}

	@SchemaMapping
	CompletableFuture<Share> share(Article article, Selection selection, DataLoader<NodeId, ShareCounts> shareCounts) {
		if (!selection.contains("total") && !selection.contains("actions/count")) {
			return CompletableFuture.completedFuture(share(article, ShareCounts.NONE));
		}
		return shareCounts.load(article.id()).thenApply((counts) -> share(article, counts));
	}

	@MutationMapping
	ShareRecordPayload shareRecord(@Argument ShareRecordInput input, GraphQLContext context) {
		ShareRecorder.Outcome outcome = this.recorder.record(input, context.getOrDefault(Client.class, Client.UNKNOWN));
		Article shared = outcome.article();
		return new ShareRecordPayload((shared != null) ? share(shared) : null, outcome.errors());
	}

	private Map<NodeId, ShareCounts> counts(Set<NodeId> articles) {
		Map<NodeId, ShareCounts> counts = new HashMap<>(this.tallies.find(articles));
		articles.forEach((article) -> counts.putIfAbsent(article, ShareCounts.NONE));
		return counts;
	}

	private Share share(Article article) {
		return share(article, this.tallies.find(List.of(article.id())).getOrDefault(article.id(), ShareCounts.NONE));
	}

	private Share share(Article article, ShareCounts counts) {
		return Share.of(this.settings, article, this.articles.url(article), counts);
	}

	/**
	 * That a reader shared an article, as a client tells it.
	 *
	 * @param articleId the article
	 * @param channel how
	 * @param idempotencyKey what the client calls this one action
	 */
	record ShareRecordInput(String articleId, ShareChannel channel, String idempotencyKey) {
	}

	/**
	 * What came of it.
	 *
	 * @param share the article's shares now
	 * @param errors why it was not recorded; empty if it was
	 */
	record ShareRecordPayload(@Nullable Share share, List<UserError> errors) {
	}

}
