/**
 * The HTTP side: transports, settings of the server, GraphiQL, and what clients see of
 * failures.
 */
@ApplicationModule(allowedDependencies = { "graph", "store", "access" })
@NullMarked
package io.broadsheet.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
