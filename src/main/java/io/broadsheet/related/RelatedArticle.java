package io.broadsheet.related;

import java.util.List;
import java.util.function.Supplier;

import io.broadsheet.article.Article;

/**
 * A story beside another.
 *
 * @param article the story
 * @param reasons why it stands there, put into words when somebody asks
 */
record RelatedArticle(Article article, Supplier<List<RelatedReason>> reasons) {
}
