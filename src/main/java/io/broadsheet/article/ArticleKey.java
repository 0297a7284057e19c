package io.broadsheet.article;

import org.jspecify.annotations.Nullable;

/**
 * How a client names one article; GraphQL's {@code @oneOf} has seen to it that exactly
 * one is given.
 *
 * @param id its id
 * @param slug its slug, or an earlier one
 * @param url its address on the site, or an earlier one
 */
record ArticleKey(@Nullable String id, @Nullable String slug, @Nullable String url) {
}
