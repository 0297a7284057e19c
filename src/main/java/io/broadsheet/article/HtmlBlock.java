package io.broadsheet.article;

/**
 * What an author wrote in HTML and no other block can say, such as {@code <details>}.
 *
 * @param text its plain text
 * @param html its element as a whole, safe
 */
public record HtmlBlock(String text, String html) implements Block {
}
