/** How stories come to be, change and go: everything that editors do. */
@ApplicationModule(
		allowedDependencies = { "graph", "store", "access", "media", "section", "author", "topic", "article" })
@NullMarked
package io.broadsheet.editorial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
