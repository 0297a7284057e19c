package io.broadsheet.search;

import io.broadsheet.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * What there is to read of an article, analyzed.
 *
 * @param headline its headline
 * @param brief its brief, or null
 * @param body its body as plain text
 */
public record ArticleTexts(AnalyzedText headline, @Nullable AnalyzedText brief, AnalyzedText body) {

	/**
	 * Analyzes an article's texts.
	 * @param article the article
	 * @param body the plain text of its body
	 * @return the texts
	 */
	public static ArticleTexts of(Article article, String body) {
		String language = article.language();
		return new ArticleTexts(AnalyzedText.of(language, article.headline()),
				(article.brief() != null) ? AnalyzedText.of(language, article.brief()) : null,
				AnalyzedText.of(language, body));
	}

}
