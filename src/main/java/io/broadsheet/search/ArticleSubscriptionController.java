package io.broadsheet.search;

import java.util.Set;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import io.broadsheet.topic.Topics;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

/** {@code Subscription.articlePublished} and {@code Subscription.articleUpdated}. */
@Controller
class ArticleSubscriptionController {

	private static final ArticleFields NONE = new ArticleFields(Set.of());

	private final ArticleNews news;

	private final Articles articles;

	private final Topics topics;

	ArticleSubscriptionController(ArticleNews news, Articles articles, Topics topics) {
		this.news = news;
		this.articles = articles;
		this.topics = topics;
	}

	@SubscriptionMapping
	Flux<Article> articlePublished(@Argument @Nullable ArticleFilterInput filter) {
		return this.news.appearing(ArticleFilter.of(filter, this.topics));
	}

	@SubscriptionMapping
	Flux<Article> articleUpdated(@Argument String id) {
		NodeId article = NodeId.parse(id, Article.KIND, "an article");
		if (this.articles.find(article, NONE) == null) {
			throw new Problem.NotFound("There is no article with the id \"%s\".".formatted(id));
		}
		return this.news.changes(article);
	}

}
