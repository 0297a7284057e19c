/** Who is asking, and what they may do. */
@ApplicationModule(allowedDependencies = "graph")
@NullMarked
package io.broadsheet.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
