/** What is written about. */
@ApplicationModule(allowedDependencies = { "graph", "store" })
@NullMarked
package io.broadsheet.topic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
