package io.broadsheet.article;

/**
 * One point of a list.
 *
 * @param text its plain text, a line for each paragraph or nested item
 * @param html what stands inside its element, safe
 */
public record ListItem(String text, String html) {
}
