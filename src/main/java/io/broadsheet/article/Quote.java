package io.broadsheet.article;

/**
 * What somebody else said, set apart.
 *
 * @param text its plain text, a line for each paragraph
 * @param html what stands inside its element, safe
 */
public record Quote(String text, String html) implements Block {
}
