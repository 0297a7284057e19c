/**
 * {@code Article.related}: which stories stand beside a story, best first, and why each
 * of them does.
 */
@ApplicationModule(
		allowedDependencies = { "search", "article", "author", "topic", "section", "graph", "store", "media" })
@NullMarked
package io.broadsheet.related;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
