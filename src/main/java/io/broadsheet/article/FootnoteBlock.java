package io.broadsheet.article;

/**
 * A footnote. They are the last blocks, in the order of their first mention.
 *
 * @param text its plain text
 * @param html what stands inside its element, without the way back to its mentions, safe
 * @param number the number that its mentions show
 * @param anchor the id of its element, which its mentions link to
 */
public record FootnoteBlock(String text, String html, int number, String anchor) implements Block {
}
