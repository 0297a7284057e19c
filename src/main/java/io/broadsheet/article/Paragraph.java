package io.broadsheet.article;

/**
 * A paragraph of running text.
 *
 * @param text its plain text
 * @param html what stands inside its element, safe
 */
public record Paragraph(String text, String html) implements Block {
}
