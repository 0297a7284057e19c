package io.broadsheet.article;

import com.github.benmanes.caffeine.cache.Cache;
import io.broadsheet.graph.Caches;
import io.broadsheet.graph.Site;

import org.springframework.stereotype.Component;

/**
 * The bodies of articles that were read lately, so that one that many read is parsed
 * once. They are told apart by their text, which is all that they are made of.
 */
@Component
class ArticleBodies {

	/**
	 * All texts together, in characters; what they are rendered to is five times as much.
	 */
	private static final long CAPACITY = 2_000_000;

	private final Site site;

	private final Cache<String, ArticleBody> bodies = Caches.newBuilder()
		.maximumWeight(CAPACITY)
		.weigher((String markdown, ArticleBody body) -> markdown.length())
		.build();

	ArticleBodies(Site site) {
		this.site = site;
	}

	/** The body of an article. */
	ArticleBody of(Article article) {
		if (article.html() != null) {
			return ArticleBody.of(article.markdown(), article.html(), this.site);
		}
		return this.bodies.get(article.markdown(), (markdown) -> ArticleBody.of(markdown, this.site));
	}

}
