package io.broadsheet.editorial;

import java.util.List;

import io.broadsheet.graph.UserError;

/**
 * A slug that leads, or once led, somewhere else.
 *
 * @param message which one
 * @param path where it is
 * @param free one like it that nothing has
 */
record SlugTaken(String message, List<String> path, String free) implements UserError {
}
