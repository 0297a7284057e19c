package io.broadsheet.editorial;

import java.util.List;

import io.broadsheet.graph.UserError;

/**
 * A step that is not possible now.
 *
 * @param message what is not possible, why, and what is
 * @param path what names the thing that it is about
 */
record NotAllowed(String message, List<String> path) implements UserError {
}
