package io.broadsheet.article;

/**
 * A heading inside a body.
 *
 * @param text its plain text
 * @param html what stands inside its element, safe
 * @param level 1 to 6
 * @param anchor the id of its element, for links to it: once in a body
 */
public record Heading(String text, String html, int level, String anchor) implements Block {
}
