/**
 * The API's vocabulary, on which every feature builds: ids, scalars, problems, pages, and
 * {@code node}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.broadsheet.graph;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
