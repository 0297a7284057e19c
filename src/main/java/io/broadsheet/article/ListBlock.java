package io.broadsheet.article;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A list, with bullets or numbers.
 *
 * @param text its items' texts, a line for each
 * @param ordered whether its items are numbered
 * @param start the first item's number, if they are numbered
 * @param items its items in order; a nested list is part of its item
 */
public record ListBlock(String text, boolean ordered, @Nullable Integer start, List<ListItem> items) implements Block {
}
