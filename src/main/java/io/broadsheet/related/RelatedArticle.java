package io.broadsheet.related;

import java.util.List;

import io.broadsheet.article.Article;

/**
 * A story beside another.
 *
 * @param article the story
 * @param score how near it is, from 0 to 1
 * @param reasons why it stands there
 */
record RelatedArticle(Article article, double score, List<RelatedReason> reasons) {
}
