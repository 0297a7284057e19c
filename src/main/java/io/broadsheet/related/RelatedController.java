package io.broadsheet.related;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.InMemory;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import io.broadsheet.graph.Selection;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import org.springframework.util.function.SingletonSupplier;

/** {@code Article.related}, ranked and read together for all articles of a level. */
@Controller
@EnableConfigurationProperties(RelatedSettings.class)
class RelatedController {

	private static final int DEFAULT_FIRST = 5;

	private static final int MOST_LANGUAGES = 10;

	private final RelatedStories stories;

	private final Articles articles;

	private final ReasonTexts texts;

	RelatedController(RelatedStories stories, Articles articles, ReasonTexts texts, BatchLoaderRegistry loaders) {
		this.stories = stories;
		this.articles = articles;
		this.texts = texts;
		loaders.<Asked, List<RelatedArticle>>forName("related")
			.registerMappedBatchLoader((keys, environment) -> Mono.fromSupplier(() -> load(keys)));
	}

	@SchemaMapping
	CompletableFuture<List<RelatedArticle>> related(Article article, @Argument @Nullable Integer first,
			@Argument @Nullable Boolean sameSection, @Argument @Nullable Instant publishedAfter,
			@Argument @Nullable Instant publishedBefore, @Argument @Nullable List<String> languages,
			Selection selection, DataLoader<Asked, List<RelatedArticle>> related) {
		int wanted = (first != null) ? first : DEFAULT_FIRST;
		if (wanted < 0 || wanted > Ranking.MOST) {
			throw new Problem.BadUserInput("first is from 0 to %d, not %d.".formatted(Ranking.MOST, wanted), "first");
		}
		if (wanted == 0) {
			return CompletableFuture.completedFuture(List.of());
		}
		Wanted options = new Wanted(Boolean.TRUE.equals(sameSection), publishedAfter, publishedBefore,
				lowerCase(languages));
		return related.load(new Asked(Beside.of(article.id(), options, wanted), article.preview() ? article : null,
				wanted, ArticleFields.of(selection.at("article"))));
	}

	@InMemory
	@SchemaMapping
	double score(RelatedArticle story) {
		return Math.min(1, reasons(story).stream().mapToDouble(RelatedReason::share).sum());
	}

	@InMemory
	@SchemaMapping
	List<RelatedReason> reasons(RelatedArticle story) {
		return story.reasons().get();
	}

	private static Set<String> lowerCase(@Nullable List<String> languages) {
		if (languages == null) {
			return Set.of();
		}
		if (languages.size() > MOST_LANGUAGES) {
			throw new Problem.BadUserInput(
					"languages has %d entries; at most %d are possible.".formatted(languages.size(), MOST_LANGUAGES),
					"languages");
		}
		return languages.stream().map((tag) -> tag.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
	}

	private Map<Asked, List<RelatedArticle>> load(Set<Asked> questions) {
		Map<Asked, Related> found = find(questions);
		ArticleFields fields = questions.stream()
			.map(Asked::fields)
			.reduce(ArticleFields::and)
			.orElse(ArticleFields.ALL);
		Map<NodeId, Article> articles = this.articles.find(ids(found.values()), fields);
		Map<Asked, List<RelatedArticle>> answers = new HashMap<>();
		found.forEach((asked, related) -> answers.put(asked, first(asked.first(), related, articles)));
		return answers;
	}

	private Map<Asked, Related> find(Set<Asked> questions) {
		Set<Beside> published = questions.stream()
			.filter((asked) -> asked.preview() == null)
			.map(Asked::key)
			.collect(Collectors.toSet());
		Map<Beside, Related> known = this.stories.find(published);
		Map<Asked, Related> found = new HashMap<>();
		for (Asked asked : questions) {
			Related related = (asked.preview() != null) ? this.stories.preview(asked.preview(), asked.key())
					: known.getOrDefault(asked.key(), Related.NOTHING);
			found.put(asked, related);
		}
		return found;
	}

	private static Set<NodeId> ids(Collection<Related> found) {
		Set<NodeId> ids = new HashSet<>();
		found.forEach((related) -> related.stories().forEach((story) -> ids.add(story.id())));
		return ids;
	}

	/** The first of the stories that are still there. */
	private List<RelatedArticle> first(int first, Related related, Map<NodeId, Article> articles) {
		List<RelatedArticle> shown = new ArrayList<>();
		for (Related.Story story : related.stories()) {
			Article article = articles.get(story.id());
			if (article != null && shown.size() < first) {
				shown.add(new RelatedArticle(article,
						SingletonSupplier.of(() -> this.texts.of(story.reasons(), related.language()))));
			}
		}
		return shown;
	}

	/**
	 * What is asked beside one article.
	 *
	 * @param key which stories
	 * @param preview the article, if it is a preview of one that is yet to be published
	 * @param first how many at most
	 * @param fields what to read of them
	 */
	record Asked(Beside key, @Nullable Article preview, int first, ArticleFields fields) {

		@Override
		public int hashCode() {
			return this.key.hashCode();
		}

	}

}
