package io.broadsheet.graph;

/**
 * One item of a list, and where it stands there.
 *
 * @param cursor its place
 * @param node the item
 * @param <T> what the list is of
 */
public record Edge<T>(String cursor, T node) {
}
