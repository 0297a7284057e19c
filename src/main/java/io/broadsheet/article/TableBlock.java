package io.broadsheet.article;

import java.util.List;

/**
 * A table of plain text.
 *
 * @param text a line for each row, its cells parted by spaces
 * @param header the names of the columns; empty if it has none
 * @param rows the cells of each row
 */
public record TableBlock(String text, List<String> header, List<List<String>> rows) implements Block {
}
