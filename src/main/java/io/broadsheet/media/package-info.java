/** Pictures: what is known of one, and the files that the gateway serves itself. */
@ApplicationModule(allowedDependencies = { "graph", "store" })
@NullMarked
package io.broadsheet.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
