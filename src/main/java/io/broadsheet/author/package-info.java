/** Who writes. */
@ApplicationModule(allowedDependencies = { "graph", "store", "media" })
@NullMarked
package io.broadsheet.author;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
