/**
 * Every list of articles, by filter or by text, with totals, facets and suggestions: all
 * of them from one index of what is published.
 */
@ApplicationModule(allowedDependencies = { "article", "section", "author", "topic", "graph", "store", "media" })
@NullMarked
package io.broadsheet.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
