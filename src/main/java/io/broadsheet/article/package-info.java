/** What readers can read, by id, slug or address. */
@ApplicationModule(allowedDependencies = { "graph", "store", "media", "section", "author", "topic" })
@NullMarked
package io.broadsheet.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
