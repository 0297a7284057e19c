/**
 * Where documents live: the connection, the embedded default, preparation at start, and
 * the feed of changes.
 */
@ApplicationModule(allowedDependencies = "graph")
@NullMarked
package io.broadsheet.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
