/** Content from files, and back to files. */
@ApplicationModule(
		allowedDependencies = { "graph", "store", "media", "section", "author", "topic", "article", "editorial" })
@NullMarked
package io.broadsheet.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
