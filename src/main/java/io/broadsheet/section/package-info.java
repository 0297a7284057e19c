/** Where in the paper it stands. */
@ApplicationModule(allowedDependencies = { "graph", "store" })
@NullMarked
package io.broadsheet.section;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
