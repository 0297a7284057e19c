/** How readers pass stories on, and what that adds up to. */
@ApplicationModule(allowedDependencies = { "article", "section", "graph", "store" })
@NullMarked
package io.broadsheet.share;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
