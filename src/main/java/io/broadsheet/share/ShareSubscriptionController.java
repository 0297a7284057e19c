package io.broadsheet.share;

import java.util.Set;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import reactor.core.publisher.Flux;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

/** {@code Subscription.sharesChanged}. */
@Controller
class ShareSubscriptionController {

	private final ShareNews news;

	private final Articles articles;

	ShareSubscriptionController(ShareNews news, Articles articles) {
		this.news = news;
		this.articles = articles;
	}

	@SubscriptionMapping
	Flux<Share> sharesChanged(@Argument String articleId) {
		NodeId article = NodeId.parse(articleId, Article.KIND, "an article");
		if (this.articles.find(article, new ArticleFields(Set.of())) == null) {
			throw new Problem.NotFound("There is no article with the id \"%s\".".formatted(articleId));
		}
		return this.news.changes(article);
	}

}
