package io.broadsheet.article;

/**
 * Something from elsewhere that is shown in its place, such as a video: an address that
 * stands alone. Whether and how it is shown is the reader's client's decision.
 *
 * @param text the address as it was written
 * @param url the address, always {@code https}
 */
public record EmbedBlock(String text, String url) implements Block {
}
