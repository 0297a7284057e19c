package io.broadsheet.gateway;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A fragment of an operation, at one place of its answer, that is answered later.
 *
 * @param id what it is called, within the operation
 * @param path the object that it completes
 * @param label what the client calls it
 * @param before those of its fields that are asked for outside of it too, and answered
 * before
 */
record DeferredFragment(String id, List<Object> path, @Nullable String label, Set<String> before) {
}
