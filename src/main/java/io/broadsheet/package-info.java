/** Broadsheet: a GraphQL content gateway for newsrooms. */
@NullMarked
package io.broadsheet;

import org.jspecify.annotations.NullMarked;
