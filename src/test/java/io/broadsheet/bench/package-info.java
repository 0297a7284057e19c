/**
 * The benchmark: what a request costs the gateway beside handlers that do less and a
 * server that was made by hand.
 */
@NullMarked
package io.broadsheet.bench;

import org.jspecify.annotations.NullMarked;
