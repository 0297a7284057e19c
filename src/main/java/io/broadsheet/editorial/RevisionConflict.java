package io.broadsheet.editorial;

import java.util.List;

import io.broadsheet.graph.UserError;

/**
 * A change of a revision that is no longer the draft's.
 *
 * @param message who was faster
 * @param path where the expected revision is
 * @param current the draft as it is now
 * @param changedFields what changed since the expected revision, as the API calls it
 */
record RevisionConflict(String message, List<String> path, Draft current,
		List<String> changedFields) implements UserError {
}
