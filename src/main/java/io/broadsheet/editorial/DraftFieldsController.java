package io.broadsheet.editorial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.author.Author;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.InMemory;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Selection;
import io.broadsheet.graph.UserError;
import io.broadsheet.media.Image;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.Topics;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** The fields of drafts. */
@Controller
class DraftFieldsController {

	private final Articles articles;

	private final Sections sections;

	private final Authors authors;

	private final Topics topics;

	private final Editions editions;

	private final Completeness completeness;

	DraftFieldsController(Articles articles, Sections sections, Authors authors, Topics topics, Editions editions,
			Completeness completeness, BatchLoaderRegistry loaders) {
		this.articles = articles;
		this.sections = sections;
		this.authors = authors;
		this.topics = topics;
		this.editions = editions;
		this.completeness = completeness;
		loaders.<Asked, Article>forName("draftArticles")
			.registerMappedBatchLoader((asked, environment) -> Mono.fromSupplier(() -> load(asked)));
	}

	@SchemaMapping
	CompletableFuture<@Nullable Article> article(Draft draft, Selection selection,
			DataLoader<Asked, @Nullable Article> draftArticles) {
		return draftArticles.load(new Asked(draft.articleId(), ArticleFields.of(selection)));
	}

	@BatchMapping
	Map<Draft, Article> preview(List<Draft> drafts) {
		Map<NodeId, Article> before = this.articles.findEvenWithdrawn(drafts.stream().map(Draft::articleId).toList());
		Map<Draft, Article> previews = new HashMap<>();
		drafts.forEach((draft) -> previews.put(draft, this.editions.preview(draft, before.get(draft.articleId()))));
		return previews;
	}

	@InMemory
	@SchemaMapping
	String headline(Draft draft) {
		return draft.content().headline();
	}

	@InMemory
	@SchemaMapping
	@Nullable String slug(Draft draft) {
		return draft.content().slug();
	}

	@InMemory
	@SchemaMapping
	@Nullable String brief(Draft draft) {
		return draft.content().brief();
	}

	@InMemory
	@SchemaMapping
	String markdown(Draft draft) {
		return draft.content().markdown();
	}

	@InMemory
	@SchemaMapping
	String language(Draft draft) {
		return draft.content().language();
	}

	@InMemory
	@SchemaMapping
	@Nullable Section section(Draft draft) {
		NodeId section = draft.content().section();
		return (section != null) ? this.sections.find(section) : null;
	}

	@InMemory
	@SchemaMapping
	List<Author> authors(Draft draft) {
		return this.authors.inOrder(draft.content().authors());
	}

	@InMemory
	@SchemaMapping
	List<Topic> topics(Draft draft) {
		return this.topics.inOrder(draft.content().topics());
	}

	@InMemory
	@SchemaMapping
	@Nullable Image image(Draft draft) {
		return (draft.content().image() != null) ? draft.content().image().imageSoFar() : null;
	}

	@InMemory
	@SchemaMapping
	@Nullable String editorsComment(Draft draft) {
		return draft.content().comment();
	}

	@InMemory
	@SchemaMapping
	String createdBy(Draft draft) {
		return draft.origin().by();
	}

	@InMemory
	@SchemaMapping
	Instant createdAt(Draft draft) {
		return draft.origin().at();
	}

	@InMemory
	@SchemaMapping
	String updatedBy(Draft draft) {
		return draft.latest().by();
	}

	@InMemory
	@SchemaMapping
	Instant updatedAt(Draft draft) {
		return draft.latest().at();
	}

	@InMemory
	@SchemaMapping
	List<Step> possibleSteps(Draft draft) {
		return Workflow.possible(draft.status());
	}

	@SchemaMapping
	List<UserError> missing(Draft draft) {
		List<UserError> missing = new ArrayList<>();
		this.completeness.check(draft, missing);
		return missing;
	}

	private Map<Asked, Article> load(Set<Asked> asked) {
		ArticleFields fields = asked.stream().map(Asked::fields).reduce(ArticleFields::and).orElse(ArticleFields.ALL);
		Set<NodeId> ids = asked.stream().map(Asked::article).collect(Collectors.toSet());
		Map<NodeId, Article> found = this.articles.find(ids, fields);
		Map<Asked, Article> articles = new HashMap<>();
		asked.stream()
			.filter((one) -> found.containsKey(one.article()))
			.forEach((one) -> articles.put(one, found.get(one.article())));
		return articles;
	}

	/**
	 * What of a draft's article is asked for.
	 *
	 * @param article the article's id
	 * @param fields which fields of it
	 */
	record Asked(NodeId article, ArticleFields fields) {
	}

}
