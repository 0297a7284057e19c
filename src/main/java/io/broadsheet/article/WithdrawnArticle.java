package io.broadsheet.article;

/**
 * An article that readers could read, and no longer can.
 *
 * @param article the article as they last saw it
 * @param withdrawal why they no longer do
 */
public record WithdrawnArticle(Article article, Withdrawal withdrawal) {
}
