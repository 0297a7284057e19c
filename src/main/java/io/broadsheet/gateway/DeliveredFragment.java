package io.broadsheet.gateway;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a deferred fragment came to.
 *
 * @param fragment the fragment
 * @param data the fields that it adds, null if it failed as a whole
 * @param errors what went wrong, as clients see it
 */
record DeliveredFragment(DeferredFragment fragment, @Nullable Object data, List<Map<String, Object>> errors) {
}
